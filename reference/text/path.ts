import { fail, ok, type Result } from '#spec/result.ts';
import { trim } from './white-space.ts';

declare const normalPath: unique symbol;
/** A relative path with forward slashes that stays below its root; only `parsePath` makes one. */
export type NormalPath = string & { readonly [normalPath]: true };

/** PATH-NORMAL: one form for all spellings, and a failure that carries the spelling. */
export function parsePath(text: string): Result<NormalPath> {
  const path = trim(text).replaceAll('\\', '/');
  return isNormal(path) ? ok(path) : fail({ code: 'artifact.invalid-path', path: text });
}

function isNormal(path: string): path is NormalPath {
  if (path.includes('\0') || path.includes(':')) return false;
  // Between two more slashes, every bad segment looks alike, wherever it stands; an empty path is an empty segment.
  const framed = `/${path}/`;
  return !framed.includes('//') && !framed.includes('/./') && !framed.includes('/../');
}
