import { capabilityClasses } from '../contracts/vocabulary.ts';
import {
  configIssueCodes,
  configStates,
  differenceCategories,
  discoveryStates,
  filesystemIssueCodes,
  notReadyCodes,
} from '../plugins.ts';
import { i64, u32 } from './numbers.ts';
import { installedSkill, negotiationEntry } from './runtime.ts';
import { boolean, list, nullable, object, type Properties, ref, string, word } from './schema.ts';

const strings = list(string);
const distinct = list(string, { uniqueItems: true });
const lists = object({ http_hosts: strings, secrets: strings, storage_prefixes: strings, channels: strings });
const normalLists = object({ http_hosts: distinct, secrets: distinct, storage_prefixes: distinct, channels: distinct });
const anyObject = { type: 'object' };
const maybe = nullable(string);

const binding = object({
  plugin_id: string,
  enabled: boolean,
  skill_id: string,
  skill_version: maybe,
  tool_id: maybe,
  module_path: maybe,
  entrypoint: maybe,
  capability_profile: lists,
  operator: object({ display_name: maybe, notes: maybe, owner_principal: maybe, updated_by: maybe, tags: strings }),
  discovery: anyObject,
  config: nullable(anyObject),
  capability_diff: anyObject,
  typed_contracts: anyObject,
  created_at_unix_ms: i64,
  updated_at_unix_ms: i64,
});

const index = object({ schema_version: { const: 2n }, updated_at_unix_ms: i64, entries: list(binding) });

const difference = object({
  category: word(...differenceCategories),
  capability_kind: word(...capabilityClasses),
  value: string,
});

interface PluginSchema {
  readonly about: string;
  readonly input: Properties;
  readonly value: Properties;
}

export const pluginSchemas = {
  'plugins.load': {
    about: 'Reads the content of a document of plugin bindings; null stands for a file that does not exist.',
    input: { bindings: nullable(ref('bytes')) },
    value: { index },
  },
  'plugins.bind': {
    about: 'Binds a plugin, or binds it anew.',
    input: { bindings: nullable(ref('bytes')), request: ref('json'), nowUnixMs: i64 },
    value: { index },
  },
  'plugins.remove': {
    about: 'Removes a binding, unless a hook uses the plugin.',
    input: { bindings: nullable(ref('bytes')), pluginId: string, hooked: strings, nowUnixMs: i64 },
    value: { index },
  },
  'plugins.check': {
    about: 'Tells whether a plugin is ready, and why it is not.',
    input: {
      binding: ref('json'),
      installed: nullable(list(installedSkill)),
      status: nullable(word('active', 'quarantined', 'disabled')),
      trustDecision: maybe,
      policy: normalLists,
      config: nullable(
        object({ contractSchemaVersion: nullable(u32), payloadSha256: nullable(string), values: anyObject }),
      ),
      filesystem: list(word(...filesystemIssueCodes)),
    },
    value: {
      ready: boolean,
      reasons: list(word(...notReadyCodes), { uniqueItems: true }),
      discovery: object({ state: word(...discoveryStates), missing_paths: strings }),
      resolved: nullable(object({ skill_id: string, version: string, module_path: string })),
      capabilities: nullable(
        object({
          valid: boolean,
          declared: normalLists,
          granted: normalLists,
          effective: normalLists,
          entries: list(difference),
        }),
      ),
      config: object({
        state: word(...configStates),
        issues: list(object({ code: word(...configIssueCodes), property: string })),
        redacted_fields: distinct,
        configured: anyObject,
        effective: anyObject,
      }),
      contracts: object({
        mode: word('untyped_legacy', 'typed'),
        ready: boolean,
        entries: list(negotiationEntry),
      }),
    },
  },
  'plugins.grant': {
    about: 'Tells what a call of a plugin is granted.',
    input: { requested: nullable(lists), profile: lists, manifest: ref('bytes'), policy: lists },
    value: { granted: normalLists },
  },
} satisfies { readonly [operation: string]: PluginSchema };
