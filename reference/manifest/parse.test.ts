import { expect, test } from 'vitest';
import { limits } from '#spec/constants.ts';
import { parseManifest } from './parse.ts';
import { extended, minimalText, replaced, verdictOn } from './samples.ts';

test('the smallest manifest is accepted, with any line ends and one byte order mark (MAN-TOML)', () => {
  expect(verdictOn(minimalText)).toBe('accepted');
  expect(verdictOn(minimalText.replaceAll('\n', '\r\n'))).toBe('accepted');
  expect(verdictOn(`\ufeff${minimalText}`)).toBe('accepted');
  expect(verdictOn(`\ufeff\ufeff${minimalText}`)).toBe('manifest.toml-syntax');
});

test('a manifest as large as an entry may be is read, and one byte more is refused (ART-ENTRY-SIZE)', () => {
  const padded = (size: number) => Buffer.from(minimalText.padEnd(size, '#'));
  expect(parseManifest(padded(limits.entryBytes)).ok).toBe(true);
  expect(parseManifest(padded(limits.entryBytes + 1))).toEqual({
    ok: false,
    failure: {
      code: 'artifact.entry-too-large',
      name: 'skill.toml',
      actual: limits.entryBytes + 1,
      limit: limits.entryBytes,
    },
  });
});

test('bytes of any view are read, at any offset (MAN-TOML)', () => {
  const bytes = new Uint8Array(Buffer.from(`xx${minimalText}xx`)).subarray(2, -2);
  expect(parseManifest(bytes).ok).toBe(true);
});

test('lists and texts may be as long as they like (MAN-NO-OTHER-LIMITS)', () => {
  expect(verdictOn(replaced('"Echo"', `"${'x'.repeat(1_000_000)}"`))).toBe('accepted');
  const properties = Array.from(
    { length: 2000 },
    (_, index) => `[operator.config.properties.k${index}]\ntype = "string"\n`,
  );
  expect(verdictOn(extended(properties.join('')))).toBe('accepted');
});

test('random changes give a manifest or a failure with a code, and never an exception (MAN-TOML)', () => {
  const random = randomNumbers(20240229);
  const codes = new Set<string>();
  for (let round = 0; round < 2000; round++) codes.add(verdictOn(mutated(seedText, random)));
  // The changes are of every kind: many stages have something to say.
  expect(codes.size).toBeGreaterThan(8);
  expect([...codes].filter((code) => !/^(accepted|manifest\.[a-z-]+|artifact\.invalid-path)$/.test(code))).toEqual([]);
});

const seedText = extended(`[capabilities]
http_egress_allowlist = ["a.example"]
filesystem = { read_roots = ["a/b"] }
secrets = [["global", ["key"]]]

[operator.config.properties.a]
type = "integer"
default = 1979

[[operator.plugin.contracts]]
kind = "memory_provider"
`);

const pieces = [
  ...'"\'[]{}=,.#\n\r\\ \t0-_aé\0',
  '"""',
  "'''",
  '[[',
  ']]',
  '\r\n',
  '\\\n',
  '1979-05-27',
  '07:32',
  '1e400',
];
const morePieces = [...pieces, 'nan', '0x', '\ufeff', '99999999999999999999', '__proto__ = 1\n', '[a]\n', '\\u12', '*'];

function mutated(text: string, random: (below: number) => number): string {
  let result = text;
  for (let changes = 1 + random(2); changes > 0; changes--) {
    const at = random(result.length);
    const removed = random(3) === 0 ? random(12) : 0;
    const inserted = random(2) === 0 ? (morePieces[random(morePieces.length)] ?? '') : copyOf(text, random);
    result = result.slice(0, at) + inserted + result.slice(at + removed);
  }
  return result;
}

function copyOf(text: string, random: (below: number) => number): string {
  const start = random(text.length);
  return text.slice(start, start + random(20));
}

function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
