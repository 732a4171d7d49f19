import { expect, test } from 'vitest';
import { moduleHeader } from '../rewrite/sections.ts';
import { toBinary } from '../text/to-binary.ts';
import { describeModule } from './description.ts';
import { readFunctionNames } from './function-names.ts';

function named(...subsections: readonly number[][]) {
  const content = [4, ...Buffer.from('name'), ...subsections.flat()];
  return new Uint8Array([...moduleHeader, 0, content.length, ...content]);
}

const namesOf = (bytes: Uint8Array) => [...readFunctionNames(bytes)];
const ab = [1, 7, 2, 0, 1, 0x61, 1, 1, 0x62];

test.each<[string, Uint8Array, readonly unknown[]]>([
  [
    'names of functions',
    named(ab),
    [
      [0, 'a'],
      [1, 'b'],
    ],
  ],
  ['nothing of other names', named([0, 2, 1, 0x6d], [2, 1, 0]), []],
  ['what stands behind other names', named([0, 2, 1, 0x6d], [1, 4, 1, 5, 1, 0x61]), [[5, 'a']]],
  ['no empty name', named([1, 3, 1, 0, 0]), []],
  ['the last of two names', named([1, 7, 2, 0, 1, 0x61, 0, 1, 0x62]), [[0, 'b']]],
  ['nothing where there is no such section', new Uint8Array([...moduleHeader, 0, 2, 1, 0x78]), []],
])('%s', (_, bytes, names) => expect(namesOf(bytes)).toEqual(names));

test.each<[string, Uint8Array]>([
  ['a name that is not UTF-8', named([1, 7, 2, 0, 1, 0x61, 1, 1, 0xff])],
  ['fewer names than were promised', named([1, 4, 3, 0, 1, 0x61])],
  ['a subsection longer than its section', named([1, 0x70, 2, 0, 1, 0x61])],
  ['a name longer than its subsection', named([1, 4, 2, 0, 1, 0x61, 1, 0x7f])],
])('up to %s, the names before it', (_, bytes) => expect(namesOf(bytes)).toEqual([[0, 'a']]));

test('a module cut short anywhere has some of its names', () => {
  const bytes = named(ab);
  for (let length = 0; length <= bytes.length; length++) {
    expect([0, 1, 2]).toContain(readFunctionNames(bytes.subarray(0, length)).size);
  }
});

test('a function goes by its own name, else by its first export, else by its index', async () => {
  const text = `(module (import "env" "f" (func $imported))
    (func $own (export "a") (export "b")) (func (export "c") (export "d")) (func))`;
  const binary = await toBinary(new TextEncoder().encode(text));
  if (!binary.ok) throw new Error(binary.failure.code);
  const { functions, functionName, exports } = describeModule(binary.value);
  expect(Array.from({ length: functions }, (_, index) => functionName(index))).toEqual([
    'imported',
    'own',
    'c',
    'func[3]',
  ]);
  expect(exports[0]).toEqual({ name: 'a', kind: 'function', type: { params: [], results: [] } });
});
