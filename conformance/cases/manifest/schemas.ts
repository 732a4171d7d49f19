import type { Case } from '../../case.ts';
import { type Place, rowsAt } from './rows-at.ts';
import { full, minimal } from './sample.ts';

const refused: readonly (readonly [string, string])[] = [
  ['text', '"{}"'],
  ['array', '[]'],
  ['array-of-tables', '[{ type = "object" }]'],
  ['integer', '1'],
  ['float', '1.5'],
  ['boolean', 'true'],
];

const places: readonly (readonly [string, Place])[] = [
  [
    'input',
    {
      sample: minimal,
      piece: '{ type = "object" }',
      shows: (input_schema) => ({ entrypoints: { tools: [{ input_schema }] } }),
    },
  ],
  [
    'output',
    {
      sample: minimal,
      piece: '{ type = "array" }',
      shows: (output_schema) => ({ entrypoints: { tools: [{ output_schema }] } }),
    },
  ],
  [
    'second',
    {
      sample: full,
      piece: '{ type = "null" }',
      shows: (output_schema) => ({ entrypoints: { tools: [{}, { output_schema }] } }),
    },
  ],
];

export const schemaCases: readonly Case[] = places.flatMap(([name, place]) => {
  const { reads, refuses } = rowsAt(`manifest/schema-${name}`, ['MAN-TOOL-SCHEMA'], place);
  return [
    reads('empty', '{}', new Map()),
    reads('not-a-json-schema', '{ type = 5, required = "x" }', { type: 5n, required: 'x' }, ['MAN-NO-OTHER-LIMITS']),
    ...refused.map(([kind, literal]) => refuses(kind, literal, 'manifest.schema-not-object')),
    rowsAt(`manifest/schema-${name}`, ['MAN-FREE-NONFINITE'], place).refuses(
      'nan',
      'nan',
      'manifest.schema-not-object',
    ),
  ];
});
