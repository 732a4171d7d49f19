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
  ['cli.unsupported', 5],
  ['cli.audit-refused', 6],
  ['index.schema-version', 5],
  ['index.shape', 7],
  ['lifecycle.override-required', 2],
  ['lifecycle.not-installed', 8],
  ['lifecycle.already-installed', 7],
  ['state.locked', 7],
  ['registry.not-found', 8],
  ['registry.bad-artifact', 2],
  ['installed.artifact-changed', 7],
  ['installed.not-active', 6],
  ['cli.bug', 1],
])('%s leaves with %i', (code, exit) => expect(exitOf(code)).toBe(exit));

test.each([
  ['skills install', 6],
  ['skills update', 6],
  ['skills verify', 1],
  ['skills audit', 1],
  ['skills package verify', 1],
])('where `%s` meets a signer who is not trusted it leaves with %i', (words, exit) => {
  for (const code of ['trust.untrusted-publisher', 'trust.key-mismatch', 'trust.pin-mismatch'] as const) {
    expect(exitCodes[kindOf({ code, publisher: 'acme' }, words)]).toBe(exit);
  }
  expect(exitCodes[kindOf({ code: 'trust.store-tampered', path: '' }, words)]).toBe(1);
});
