import { keepAddress } from './links.ts';
import { themeButton } from './theme.ts';

/** What every page does: it reads its data, and puts something better where its plain results are. */
export function startPage<T>(improve: (section: HTMLElement, data: T) => void): void {
  const section = document.getElementById('results');
  const main = document.getElementById('main');
  const skip = document.querySelector<HTMLAnchorElement>('a.skip');
  const data = document.getElementById('data')?.textContent ?? '';
  document.querySelector('.masthead')?.append(themeButton());
  if (skip && main) keepAddress(skip, main);
  // Written by `embedJson` of the same version, so its shape needs no proof.
  if (section) improve(section, JSON.parse(data) as T);
}
