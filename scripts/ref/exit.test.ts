import { describe, expect, test } from 'vitest';
import type { Failure } from '#spec/failure.ts';
import { reasons } from '#spec/reasons.ts';
import { exitCodes, kindOf } from './exit.ts';

function exitOf(code: string): number {
  return exitCodes[kindOf({ code } as Failure)];
}

test('every failure of the library has an exit code other than success', () => {
  const codes = Object.keys(reasons) as Failure['code'][];
  for (const code of codes) expect(exitOf(code), code).toBeGreaterThan(0);
});

describe('conditions with a definite exit in shipping software', () => {
  test.each(['trust.untrusted-publisher', 'trust.key-mismatch', 'trust.pin-mismatch', 'trust.store-tampered'])(
    'a verification that ends in %s leaves with 1',
    (code) => expect(exitOf(code)).toBe(1),
  );

  test.each([
    'cli.missing-option',
    'cli.conflicting-options',
    'cli.blank',
    'cli.unknown-option',
    'cli.empty-input',
    'cli.key-is-content',
  ])('a command line with %s leaves with 2', (code) => expect(exitOf(code)).toBe(2));

  test('an interruption leaves with 130', () => expect(exitOf('cli.interrupted')).toBe(130));
});

test.each([
  ['manifest.toml-syntax', 2],
  ['artifact.not-zip', 2],
  ['signature.invalid', 2],
  ['key.bad-length', 2],
  ['compat.runtime-too-old', 5],
  ['vault.locked', 3],
  ['vault.not-found', 8],
  ['cli.file-not-found', 8],
  ['cli.unwritable', 7],
  ['cli.bug', 1],
])('%s leaves with %i', (code, exit) => expect(exitOf(code)).toBe(exit));
