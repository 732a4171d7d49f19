import type { Failure } from '#spec/failure.ts';
import { parsePath } from '../../text/path.ts';
import { isBlank, trim } from '../../text/white-space.ts';
import { isIdentifier } from '../identifier.ts';

/** What one rule says of a value: nothing, or why it is refused. MAN-ORDER: the first rule that speaks decides. */
export type Verdict = Failure | undefined;

/** Judges the items of a list, or the members of a map, in order. */
export function firstOf<T>(items: Iterable<T>, judge: (item: T, index: number) => Verdict): Verdict {
  let index = 0;
  for (const item of items) {
    const verdict = judge(item, index++);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

export function checkIdentifier(path: string, value: string): Verdict {
  return isIdentifier(value) ? undefined : { code: 'manifest.bad-identifier', path, value };
}

export function checkNotBlank(path: string, value: string | undefined): Verdict {
  return value === undefined || !isBlank(value) ? undefined : { code: 'manifest.blank', path };
}

/** MAN-LABEL: as an identifier, but without colons. */
export function checkLabel(path: string, value: string): Verdict {
  return /^[a-z0-9._-]+$/.test(trim(value)) ? undefined : { code: 'manifest.bad-label', path, value };
}

export function checkPath(value: string): Verdict {
  const path = parsePath(value);
  return path.ok ? undefined : path.failure;
}
