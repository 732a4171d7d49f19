import { fail, ok, type Result } from '#spec/result.ts';
import type { TomlValue } from '../toml/value.ts';
import { type Reader, wrongType } from './reader.ts';

export function readText(value: TomlValue): Result<string> {
  return typeof value === 'string' ? ok(value) : wrongType('a string');
}

export function readFlag(value: TomlValue): Result<boolean> {
  return typeof value === 'boolean' ? ok(value) : wrongType('true or false');
}

export const readU32 = integerUpTo(2n ** 32n - 1n);
export const readU64 = integerUpTo(2n ** 64n - 1n);

/** MAN-NUMBER-RANGE: a float is of another type, even where its value is integral. */
function integerUpTo(greatest: bigint): Reader<bigint> {
  return (value) => {
    if (typeof value !== 'bigint') return wrongType('an integer');
    return value >= 0n && value <= greatest ? ok(value) : outOfRange(value);
  };
}

export function outOfRange(value: bigint): Result<never> {
  return fail({ code: 'manifest.number-range', path: '', literal: String(value) });
}
