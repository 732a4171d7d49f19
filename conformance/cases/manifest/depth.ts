import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { acceptedSample, changed, minimal, type Sample } from './sample.ts';

const proves = ['MAN-DEPTH'] as const;
const limit = 80;
const schemas = 'input_schema = { type = "object" }\noutput_schema = { type = "array" }\n';

const table = (inner: string) => `{ a = ${inner} }`;
const array = (inner: string) => `[${inner}]`;
/** In a schema, which is the outermost table itself. */
const nested = (wrap: (inner: string) => string, depth: number) =>
  `input_schema = ${table(wrapped(wrap, '"deepest"', depth - 1))}\noutput_schema = {}\n`;
/** Segments behind `entrypoints.tools.input_schema`, or behind `input_schema` alone. */
const segments = (count: number) => '.a'.repeat(count);

function wrapped<T>(wrap: (inner: T) => T, inner: T, times: number): T {
  let result = inner;
  for (let time = 0; time < times; time++) result = wrap(result);
  return result;
}

function deep(name: string, lines: string): Sample {
  return changed(`manifest/depth-${name}`, minimal, [schemas, lines]);
}

const samples = {
  tables: deep('80-tables', nested(table, limit)),
  arrays: deep('80-arrays', nested(array, limit)),
  mixed: deep('80-mixed', nested((inner) => array(table(inner)), limit / 2).replace('"deepest"', '["deepest"]')),
  dotted: deep('80-dotted', `output_schema = {}\ninput_schema${segments(limit - 2)}.deepest = 1\n`),
  header: deep('80-header', `output_schema = {}\n[entrypoints.tools.input_schema${segments(limit - 4)}.deepest]\n`),
  list: deep(
    '80-list-header',
    `output_schema = {}\n[[entrypoints.tools.input_schema${segments(limit - 4)}.deepest]]\n`,
  ),
  both: deep(
    '80-header-80-arrays',
    `output_schema = {}\n[entrypoints.tools.input_schema${segments(limit - 3)}]\nx = ${wrapped(array, '"deepest"', limit)}\n`,
  ),
} as const;

const schema = (input_schema: WireValue) => () => ({ entrypoints: { tools: [{ input_schema }] } });
const tableValue = (inner: WireValue): WireValue => ({ a: inner });
const arrayValue = (inner: WireValue): WireValue => [inner];
const mixedValue = (inner: WireValue) => arrayValue(tableValue(inner));

function refuses(name: string, sample: Sample, piece: string, by: string): Case {
  return rowsAt('manifest/depth', proves, { sample, piece }).refuses(name, by, 'manifest.too-deep');
}

export const depthCases: readonly Case[] = [
  acceptedSample(samples.tables, proves, schema(wrapped(tableValue, 'deepest', limit))),
  acceptedSample(samples.arrays, proves, schema({ a: wrapped(arrayValue, 'deepest', limit - 1) })),
  acceptedSample(samples.mixed, proves, schema({ a: wrapped(mixedValue, ['deepest'], limit / 2 - 1) })),
  acceptedSample(samples.dotted, proves, schema(wrapped(tableValue, { deepest: 1n }, limit - 2))),
  acceptedSample(samples.header, proves, schema(wrapped(tableValue, { deepest: new Map() }, limit - 4))),
  acceptedSample(samples.list, proves, schema(wrapped(tableValue, { deepest: [new Map()] }, limit - 4))),
  acceptedSample(
    samples.both,
    proves,
    schema(wrapped(tableValue, { x: wrapped(arrayValue, 'deepest', limit) }, limit - 3)),
  ),
  refuses('81-tables', samples.tables, '"deepest"', '{ a = 1 }'),
  refuses('81-empty-table', samples.tables, '"deepest"', '{}'),
  refuses('81-arrays', samples.arrays, '"deepest"', '[1]'),
  refuses('81-empty-array', samples.arrays, '"deepest"', '[]'),
  refuses('81-mixed', samples.mixed, '"deepest"', '{}'),
  refuses('81-dotted', samples.dotted, '.deepest', '.a.deepest'),
  refuses('81-header', samples.header, '.deepest', '.a.deepest'),
  refuses('81-list-header', samples.list, '.deepest', '.a.deepest'),
  refuses('80-header-81-arrays', samples.both, '"deepest"', '[1]'),
  refuses('10000-arrays', samples.arrays, '"deepest"', `${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  refuses('10000-tables', samples.tables, '"deepest"', wrapped(table, '{}', 5000)),
  refuses('10000-dotted', samples.dotted, '.deepest', `${segments(10_000)}.deepest`),
  refuses('10000-header', samples.header, '.deepest', `${segments(10_000)}.deepest`),
];
