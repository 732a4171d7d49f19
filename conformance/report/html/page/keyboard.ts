import { on } from './dom.ts';

/** Arrow keys walk through whatever can be opened. Tab works everywhere, as it always does. */
export function arrowsWalk(list: HTMLElement): void {
  on(list, 'keydown', (event) => {
    const { target } = event;
    if (isModified(event) || !(target instanceof HTMLElement) || target.localName !== 'summary') return;
    if (walk(event.key, target, list)) event.preventDefault();
  });
}

/** `/` leads to the search field from wherever it is no letter. */
export function slashSearches(search: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || isModified(event) || isWriting(event.target)) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}

function isModified({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey;
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && ['text', 'search'].includes(target.type);
}

/** Whether the key meant something here. */
function walk(key: string, summary: HTMLElement, list: HTMLElement): boolean {
  const row = summary.parentElement;
  if (!(row instanceof HTMLDetailsElement)) return false;
  switch (key) {
    case 'ArrowDown':
      return step(summary, list, 1);
    case 'ArrowUp':
      return step(summary, list, -1);
    case 'ArrowRight':
      if (row.open) return step(summary, list, 1);
      row.open = true;
      // The browser tells of it later; the next key may be quicker.
      row.dispatchEvent(new Event('toggle'));
      return true;
    case 'ArrowLeft':
      if (row.open) row.open = false;
      else row.parentElement?.closest('details')?.querySelector('summary')?.focus();
      return true;
    default:
      return false;
  }
}

function step(from: HTMLElement, list: HTMLElement, by: 1 | -1): boolean {
  const seen = [...list.querySelectorAll<HTMLElement>('summary')].filter((summary) => summary.checkVisibility());
  seen[seen.indexOf(from) + by]?.focus();
  return true;
}
