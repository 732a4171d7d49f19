/** Two views in turn. Coming back to the first, the reader finds the place that was left. */
export function twoPlaces(
  section: HTMLElement,
  first: HTMLElement,
  second: HTMLElement,
): { show(second: boolean): void } {
  second.hidden = true;
  let left: { readonly element: Element | null; readonly scroll: number } | undefined;
  return {
    show(toSecond) {
      if (toSecond) {
        if (second.hidden) left = { element: document.activeElement, scroll: scrollY };
        turn(first, second);
        section.scrollIntoView();
        second.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
      } else if (first.hidden) {
        turn(second, first);
        if (left?.scroll) scrollTo({ top: left.scroll });
        else section.scrollIntoView();
        if (left?.element instanceof HTMLElement) left.element.focus({ preventScroll: true });
      }
    },
  };
}

function turn(from: HTMLElement, to: HTMLElement): void {
  from.hidden = true;
  to.hidden = false;
}
