import { expect, test } from 'vitest';
import { replaced, verdictOn } from './samples.ts';

const half = 2 ** 19;

/** The pieces for 0, 1, 2 … until there is half a mebibyte of them: enough for a minute of anything quadratic. */
function halfMebibyteOf(piece: (index: number) => string): string {
  let text = '';
  for (let index = 0; text.length < half; index++) text += piece(index);
  return text;
}

function inSchema(value: string): string {
  return replaced('output_schema = {}', `output_schema = { a = ${value} }`);
}

test.each([
  ['[', 'manifest.toml-syntax'],
  ['a = [', 'manifest.toml-syntax'],
  ['"', 'manifest.toml-syntax'],
  ['a.', 'manifest.too-deep'],
  ['"".', 'manifest.too-deep'],
  ['\ufeff', 'manifest.toml-syntax'],
  ['\n', 'manifest.missing-key'],
  ['# x\n', 'manifest.missing-key'],
  ['[[a]]\n', 'manifest.unknown-key'],
])('half a mebibyte of %j ends in a verdict (MAN-TOML)', (piece, verdict) => {
  expect(verdictOn(halfMebibyteOf(() => piece))).toBe(verdict);
});

test.each([
  ['keys', halfMebibyteOf((index) => `k${index} = 1\n`), 'manifest.unknown-key'],
  ['headers', halfMebibyteOf((index) => `[k${index}]\n`), 'manifest.unknown-key'],
  ['open arrays', `a = ${halfMebibyteOf(() => '[')}`, 'manifest.too-deep'],
  ['open inline tables', `a = ${halfMebibyteOf(() => '{a=')}`, 'manifest.too-deep'],
  ['escaped line ends', `a = """${halfMebibyteOf(() => '\\\n')}`, 'manifest.toml-syntax'],
  ['the last line', `${halfMebibyteOf(() => '\n')}a = 1\na = 1`, 'manifest.toml-syntax'],
  ['white space', replaced('"Echo"', `"${halfMebibyteOf(() => ' ')}"`), 'manifest.blank'],
  ['dots', replaced('"1.2.3"', `"${halfMebibyteOf(() => '.')}"`), 'manifest.bad-version'],
  ['digits', inSchema(halfMebibyteOf(() => '1')), 'manifest.number-range'],
])('half a mebibyte of %s is refused (MAN-TOML)', (_, text, verdict) => {
  expect(verdictOn(text)).toBe(verdict);
});

test.each([
  ['escapes', inSchema(`"${halfMebibyteOf(() => '\\n')}"`)],
  ['strings that need a repair', inSchema(`[${halfMebibyteOf(() => '"""\\\n""""",')}]`)],
  ['dates', inSchema(`[${halfMebibyteOf(() => '1979-05-27,')}]`)],
  ['integers', inSchema(`[${halfMebibyteOf(() => '1,')}]`)],
  ['members', inSchema(`{${halfMebibyteOf((index) => `k${index}=1,`)}}`)],
  ['numbered members', inSchema(`{${halfMebibyteOf((index) => `${index * 65_536}=1,`)}}`)],
  ['a fraction', inSchema(`1.${halfMebibyteOf(() => '1')}`)],
  ['leading zeros', inSchema(`0x${halfMebibyteOf(() => '0')}`)],
])('half a mebibyte of %s is accepted (MAN-NO-OTHER-LIMITS)', (_, text) => {
  expect(verdictOn(text)).toBe('accepted');
});

test.each([
  ['parts of keys', Array.from({ length: 6500 }, (_, index) => `k${index}.${'a.'.repeat(78)}a=1\n`).join('')],
  ['values', inSchema(`[${'1,'.repeat(500_000)}]`)],
  ['lines', '\n'.repeat(1_000_000)],
])('more %s than anybody writes are refused before the reader sees them (MAN-BULK)', (_, text) => {
  expect(verdictOn(text)).toBe('manifest.too-large');
});
