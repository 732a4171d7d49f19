import { h, on } from './dom.ts';

/** The numbers of the summary lead to what they count, now that there is something to lead to. */
export function linkNumbers(section: HTMLElement): void {
  for (const words of document.querySelectorAll<HTMLElement>('[data-query]')) {
    const link = h('a', { href: `#${words.dataset['query']}` });
    link.append(...words.childNodes);
    words.replaceWith(on(link, 'click', () => settleOn(section)));
  }
}

/** The skip link must not take the state of the page out of its address. */
export function keepAddress(link: HTMLAnchorElement, target: HTMLElement): void {
  on(link, 'click', (event) => {
    event.preventDefault();
    settleOn(target);
  });
}

function settleOn(target: HTMLElement): void {
  const place = target.matches('[tabindex]') ? target : target.querySelector<HTMLElement>('[tabindex="-1"]');
  place?.focus({ preventScroll: true });
  target.scrollIntoView();
}
