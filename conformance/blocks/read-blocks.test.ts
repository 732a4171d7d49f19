import fc from 'fast-check';
import { parse as parseToml } from 'smol-toml';
import { expect, test } from 'vitest';
import { readBlocks } from './read-blocks.ts';
import { isDate, writeValue } from './value.ts';

const text = fc.string({ unit: 'binary', maxLength: 20 });
const line = fc.oneof(
  fc.constantFrom('', '  ', '# a comment', '\t# [[row]]', '[[row]]', '[[ row ]] # again', 'x', '[row]', 'a.b = "c"'),
  fc.constantFrom("a = 'b\"c' # d", 'd = 2031-12-31', 'd = 2031-02-30', 'a = """', 'a = "\\x"', 'b = "\\U0010ffff"'),
  fc.tuple(fc.constantFrom('a', 'b', 'c-d'), text).map(([key, value]) => `${key} = ${writeValue(value)}`),
  fc.tuple(fc.constantFrom('e', 'f'), text).map(([key, value]) => `${key} = "${value}"`),
);

test('a file that is read is TOML, and says the same there', () => {
  const property = fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, end) => {
    const file = lines.join(end) + end;
    const read = readBlocks(file, 'row');
    if (!read.ok) return;
    const rows = read.blocks.map(({ fields }) => [...fields].map(([key, { value }]) => [key, value]));
    const asToml = (parseToml(file)['row'] ?? []) as readonly Record<string, unknown>[];
    expect(asToml.map((row) => Object.entries(row).map(([key, value]) => [key, dateText(value)]))).toEqual(rows);
  });
  fc.assert(property, { numRuns: 2000 });
});

function dateText(value: unknown): unknown {
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}

test('a value is read where it was written, whatever it holds', () => {
  const property = fc.property(text, (value) => {
    const read = readBlocks(`[[row]]\nkey = ${writeValue(value)} # "why"`, 'row');
    const field = read.ok ? read.blocks[0]?.fields.get('key') : undefined;
    expect(field).toEqual({ value: value.toWellFormed(), line: 2, from: 6, to: 6 + writeValue(value).length });
  });
  fc.assert(property);
});

test('an entry reaches from its comment to its last key', () => {
  const file = [
    '# of the file',
    '',
    '# of the first',
    '[[row]]',
    'a = "1"',
    '# within',
    'b = "2"',
    '# below',
    '',
    '# of nobody',
    '',
    '[[row]]',
    '# of the third',
    '[[row]]',
    '# at the end',
  ];
  const read = readBlocks(file.join('\n'), 'row');
  expect(read.ok && read.blocks.map(({ from, header, to }) => [from, header, to])).toEqual([
    [3, 4, 8],
    [12, 12, 12],
    [13, 14, 15],
  ]);
});

test.each([
  ['2031-12-31', true],
  ['2032-02-29', true],
  ['2031-02-29', false],
  ['2031-13-01', false],
  ['31-12-2031', false],
  ['2031-12-31T00:00', false],
])('%s is a date: %s', (date, expected) => {
  expect(isDate(date)).toBe(expected);
});
