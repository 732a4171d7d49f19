import { nearest } from '#conformance/nearest.ts';
import { knownNames } from './look-up.ts';

const mostSuggested = 5;

/** Those with the text in them, or else the one that it may be a slip of. */
export function suggestionsFor(id: string, known: readonly string[] = knownNames()): readonly string[] {
  const part = id.toLowerCase();
  const holding = known.filter((one) => one.toLowerCase().includes(part));
  if (holding.length > 0) return holding.slice(0, mostSuggested);
  const close = nearest(id, known) ?? nearest(id.toUpperCase(), known);
  return close === undefined ? [] : [close];
}

/** The end of a sentence that says that nothing is called so. */
export function didYouMean(similar: readonly string[]): string {
  return similar.length === 0 ? '.' : `; did you mean ${similar.join(' or ')}?`;
}

/** For an id of a case, or a glob over some. */
export function didYouMeanCase(id: string): string {
  const part = id.replaceAll('*', '');
  const cases = knownNames().filter((name) => name.includes('/'));
  return didYouMean(part === '' ? [] : suggestionsFor(part, cases));
}
