import type { Operation, WireValue } from '../operations.ts';
import { bundle } from './definitions.ts';
import { operationSchemas } from './operations.ts';
import { messageSchemas } from './protocol.ts';
import { reasonsSchema, requirementsSchema } from './records.ts';
import { object, type Properties, ref, type Schema } from './schema.ts';
import { workedExamples } from './worked/operations.ts';
import { reasonsExample, requirementsExample } from './worked/records.ts';
import { manifestAsWritten, report, signature, trustStore } from './worked/skill.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** The schemas that a JSON example of a chapter may name. */
export const documentSchemas: ReadonlyMap<string, Schema> = new Map([
  ['manifest', document('A manifest with its defaults, as output shows it', ref('manifest'), manifestAsWritten)],
  ['signature', document('The content of signature.json', ref('signature'), signature)],
  ['trust-store', document('A trust store', ref('trustStore'), trustStore)],
  ['verification-report', document('What is written of an accepted artifact', ref('report'), report)],
  ['requirements', document('Every requirement of the chapters', requirementsSchema, requirementsExample)],
  ['reasons', document('Every failure code, and what asks for it', reasonsSchema, reasonsExample)],
  ...Object.entries(messageSchemas).map(
    ([name, { about, schema, example }]) => [`protocol/${name}`, document(about, schema, example)] as const,
  ),
]);

const operations = Object.keys(operationSchemas) as Operation[];

/** Every schema by the path of its file. */
export const schemaFiles: ReadonlyMap<string, Schema> = new Map([
  ...[...documentSchemas].map(([name, schema]) => [`spec/schemas/${name}.schema.json`, schema] as const),
  ...operations.map((name) => {
    const { about, input, value } = operationSchemas[name];
    const call = object({ input: { $ref: '#/$defs/input' }, value: { $ref: '#/$defs/value' } });
    const parts = { input: object(input), value: object(value) };
    return [
      `spec/schemas/operations/${name}.schema.json`,
      document(`${name}: ${about}`, call, workedExamples[name], parts),
    ] as const;
  }),
]);

function document(title: string, root: Schema, example: WireValue, parts: Properties = {}): Schema {
  return { $schema: dialect, title, ...bundle(root, parts), examples: [example] };
}
