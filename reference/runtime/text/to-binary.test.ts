import { expect, test } from 'vitest';
import { moduleCaps } from '#spec/constants.ts';
import { prepareModule } from '../engine/prepare.ts';
import { toBinary } from './to-binary.ts';

const emptyModule = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
const utf8 = (text: string) => new TextEncoder().encode(text);

/** The code with which a text is turned down, by the parser or by what comes behind it. */
async function refusalOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const binary = await toBinary(bytes);
  const prepared = binary.ok ? prepareModule(binary.value, new Set()) : binary;
  return prepared.ok ? undefined : prepared.failure.code;
}

test('what begins with the magic is binary, whatever follows it', async () => {
  const bytes = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0xff]);
  expect(await toBinary(bytes)).toEqual({ ok: true, value: bytes });
});

const accepted = [
  '(module)',
  ';; a comment\n(module (; and ;) (@custom "another"))',
  '(module $"a name" (func $f) (export "\\00" (func $f)))',
  '(func (export "run") (result i32) i32.const 1)',
  '(func (export "run") (result i32) (i32.add (i32.const 1) (i32.const 2)))',
  '(module binary "\\00asm" "\\01\\00\\00\\00")',
  '(module (func (export "é") (result i32) i32.const 1))',
];

test.each(accepted)('%j is a module', async (text) => {
  expect(await refusalOf(utf8(text))).toBeUndefined();
});

const refused = [
  '',
  ' \n\t',
  ';; nothing',
  '(; nothing ;)',
  '\ufeff(module)',
  '(module quote "(func)")',
  '(module quote "")',
  '(module) (module)',
  '(module))',
  '(module',
  '(modul)',
  'palyra',
  '\0asn',
];

test.each(refused)('%j is no text of a module', async (text) => {
  expect(await refusalOf(utf8(text))).toBe('runtime.malformed-text');
});

test('text that is not UTF-8 is refused', async () => {
  const bytes = new Uint8Array([...utf8('(module (export "'), 0xff, ...utf8('" (func 0)) (func))')]);
  expect(await refusalOf(bytes)).toBe('runtime.malformed-text');
});

test('a component is refused, in text and behind a binary that text holds', async () => {
  expect(await refusalOf(utf8('(component)'))).toBe('runtime.excluded-feature');
  expect(await refusalOf(utf8('(module binary "\\00asm" "\\0d\\00\\01\\00")'))).toBe('runtime.excluded-feature');
});

test('text that parses is still validated', async () => {
  expect(await refusalOf(utf8('(module binary "palyra")'))).toBe('runtime.malformed');
  expect(await refusalOf(utf8('(module (func (result i32)))'))).toBe('runtime.invalid');
});

test('a refusal says where and why', async () => {
  const refusal = await toBinary(utf8('(module\n  (func call $gone))'));
  const detail = 'line 2, column 14: unknown func: failed to find name `$gone`';
  expect(refusal).toEqual({ ok: false, failure: { code: 'runtime.malformed-text', detail } });
});

test('text that is longer than the cap is refused unread, and at the cap it is not', async () => {
  const padded = (length: number) => utf8('(module)'.padEnd(length));
  expect(await refusalOf(padded(moduleCaps.text))).toBeUndefined();
  expect(await refusalOf(padded(moduleCaps.text + 1))).toBe('runtime.too-large');
});

const deep = 100_000;
const hostile: readonly (readonly [string, string, string])[] = [
  ['folded blocks', `(module (func ${'(block '.repeat(deep)}${')'.repeat(deep)}))`, 'runtime.too-large'],
  ['flat blocks', `(module (func ${'loop '.repeat(deep)}${'end '.repeat(deep)}))`, 'runtime.too-large'],
  ['open parentheses', '('.repeat(moduleCaps.text), 'runtime.malformed-text'],
  ['closed parentheses', ')'.repeat(moduleCaps.text), 'runtime.malformed-text'],
  ['open comments', '(;'.repeat(moduleCaps.text / 2), 'runtime.malformed-text'],
  ['open blocks', `(module (func ${'(block '.repeat(deep)}`, 'runtime.malformed-text'],
  ['annotations', '(@a '.repeat(deep), 'runtime.malformed-text'],
  ['components', '(component '.repeat(90_000), 'runtime.malformed-text'],
  ['zeros', '\0'.repeat(moduleCaps.text), 'runtime.malformed-text'],
];

test.each(hostile)('%s are refused, and the next text is read', async (_, text, code) => {
  expect(await refusalOf(utf8(text))).toBe(code);
  expect(await toBinary(utf8('(module)'))).toEqual({ ok: true, value: emptyModule });
});
