import type { Verdict } from './check.ts';

/** Judges one entry of a list of capabilities, given its place. */
export type Judge = (path: string, value: string) => Verdict;

/** One flag of `capabilities.wildcard_opt_in`. */
interface OptIn {
  readonly key: string;
  readonly isGiven: boolean;
}

/** MAN-WILDCARD: an entry with a wildcard is refused or, where the author opted in, accepted whatever it holds. */
export function orWildcard(optIn: OptIn, judge: Judge): Judge {
  return (path, value) => (value.includes('*') ? refuseWildcard(optIn, path, value) : judge(path, value));
}

/** As `orWildcard`, but what is accepted is judged all the same. */
export function andWildcard(optIn: OptIn, judge: Judge): Judge {
  return (path, value) => refuseWildcard(optIn, path, value) ?? judge(path, value);
}

function refuseWildcard({ key, isGiven }: OptIn, path: string, value: string): Verdict {
  if (isGiven || !value.includes('*')) return undefined;
  return { code: 'manifest.wildcard', path, value, optIn: `capabilities.wildcard_opt_in.${key}` };
}
