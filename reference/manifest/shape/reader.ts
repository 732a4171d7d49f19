import { fail, type Result } from '#spec/result.ts';
import { joinPath } from '../field-path.ts';
import type { TomlValue } from '../toml/value.ts';

/** Makes a typed value of what the document holds in one place; a failure names the place relative to that value. */
export type Reader<T> = (value: TomlValue) => Result<T>;

export function wrongType(wanted: string): Result<never> {
  return fail({ code: 'manifest.wrong-type', path: '', wanted });
}

/** The same result; a failure is told from one level further out. */
export function within<T>(segment: string, result: Result<T>): Result<T> {
  if (result.ok || !('path' in result.failure)) return result;
  return fail({ ...result.failure, path: joinPath(segment, result.failure.path) });
}
