import { configPropertyTypes, contractKinds } from '../constants.ts';
import { u32 } from './numbers.ts';
import { badPath, climbs, docsUrl, entrypoint, label, modulePath } from './patterns.ts';
import { boolean, type Definitions, list, map, object, ref, type Schema, string, text, when, word } from './schema.ts';

const refused = (pattern: string): Schema => ({ type: 'string', not: { type: 'string', pattern } });

const defaultOf: Readonly<Record<(typeof configPropertyTypes)[number], Schema>> = {
  string,
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean,
  string_list: list(string),
};

export const operatorSchemas = {
  operator: object(
    {
      categories: list(ref('label')),
      tags: list(ref('label')),
      plugin: object(
        {},
        {
          default_tool_id: ref('identifier', {
            $comment: 'MAN-DEFAULT-TOOL: the id of a tool, as it is written there.',
          }),
          default_module_path: { allOf: [text(modulePath), refused(climbs), refused(badPath)] },
          default_entrypoint: text(entrypoint),
          contracts: list(object({ kind: word(...contractKinds), version: { const: 1n } }), {
            minItems: 1n,
            uniqueItems: true,
          }),
        },
      ),
    },
    {
      display_name: ref('notBlank'),
      summary: ref('notBlank'),
      description: ref('notBlank'),
      docs_url: text(docsUrl),
      config: ref('config'),
    },
  ),
  config: object({
    schema_version: { ...u32, minimum: 1n },
    required: list(ref('label'), { $comment: 'MAN-CONFIG-REQUIRED: each is a key of properties.' }),
    properties: map(ref('label'), ref('configProperty')),
  }),
  configProperty: object(
    { type: word(...configPropertyTypes), redacted: boolean },
    {
      title: ref('notBlank'),
      description: ref('notBlank'),
      default: {},
      enum_values: list(ref('notBlank'), { minItems: 1n, uniqueItems: true }),
    },
    {
      $comment:
        'MAN-CONFIG-ENUM: values differ after trimming too. MAN-CONFIG-DEFAULT: with enum_values, the default is one of them; an integer has no fraction.',
      allOf: configPropertyTypes.map((type) => when({ type: { const: type } }, { default: defaultOf[type] })),
      dependentSchemas: { enum_values: { type: 'object', properties: { type: { const: 'string' } } } },
    },
  ),
  label: text(label),
} satisfies Partial<Definitions>;
