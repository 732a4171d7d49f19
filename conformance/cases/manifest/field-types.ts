import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { full, type Piece } from './sample.ts';

const proves = ['MAN-FIELD-TYPES'] as const;
const code = 'manifest.wrong-type';

/** A key of the complete manifest by its whole line; rows give other values to it. */
function refuses(
  name: string,
  key: string,
  line: Piece,
  literals: readonly (readonly [string, string])[],
): readonly Case[] {
  const rows = rowsAt(`manifest/type-of-${name}`, proves, { sample: full, piece: line });
  return literals.map(([kind, literal]) => rows.refuses(kind, `\n${key} = ${literal}\n`, code));
}

const integer = ['integer', '1'] as const;
const text = ['text', '"true"'] as const;
const date = ['date', '1979-05-27'] as const;
const emptyArray = ['array', '[]'] as const;
const emptyTable = ['table', '{}'] as const;
const float = ['float', '1.0'] as const;
const boolean = ['boolean', 'true'] as const;

const textFields: readonly (readonly [string, string, Piece])[] = [
  ['skill-id', 'skill_id', ({ skillId }) => `\nskill_id = "${skillId}"\n`],
  ['version', 'version', '\nversion = "3.1.4"\n'],
  ['publisher', 'publisher', ({ publisher }) => `\npublisher = "${publisher}"\n`],
  ['tool-id', 'id', ({ publisher }) => `\nid = "${publisher}.second"\n`],
  ['tool-name', 'name', '\nname = "Second tool"\n'],
  ['tool-description', 'description', '\ndescription = "Asks before it acts."\n'],
  ['scope', 'scope', ({ skillId }) => `\nscope = "skill:${skillId}"\n`],
  ['minimum', 'min_palyra_version', ({ parameters }) => `\nmin_palyra_version = "${parameters.runtime.version}"\n`],
  ['maximum', 'max_palyra_version', '\nmax_palyra_version = "4294967295.0.0"\n'],
  ['file-path', 'path', '\npath = "docs/readme.txt"\n'],
  ['file-hash', 'sha256', `\nsha256 = "${'0'.repeat(64)}"\n`],
  ['source-kind', 'source_kind', '\nsource_kind = "prompt"\n'],
  ['source-ref', 'source_ref', '\nsource_ref = "run-17"\n'],
  ['rollout-flag', 'rollout_flag', '\nrollout_flag = "skills.echo"\n'],
  ['review-status', 'review_status', '\nreview_status = "approved"\n'],
  ['declaration-path', 'capability_declaration_path', '\ncapability_declaration_path = "builder/capabilities.json"\n'],
  ['provenance-path', 'provenance_path', '\nprovenance_path = "builder/provenance.json"\n'],
  ['harness-path', 'test_harness_path', '\ntest_harness_path = "builder/harness.json"\n'],
  ['review-notes', 'review_notes', '\nreview_notes = "Looked at twice."\n'],
  ['display-name', 'display_name', '\ndisplay_name = "Echo"\n'],
  ['summary', 'summary', '\nsummary = "Says it again."\n'],
  ['operator-description', 'description', '\ndescription = "Returns whatever it is given."\n'],
  ['docs-url', 'docs_url', '\ndocs_url = "https://docs.example.com/echo"\n'],
  ['default-tool', 'default_tool_id', ({ publisher, tool }) => `\ndefault_tool_id = "${publisher}.${tool}"\n`],
  ['default-module', 'default_module_path', '\ndefault_module_path = "modules/main.wasm"\n'],
  ['default-entrypoint', 'default_entrypoint', '\ndefault_entrypoint = "serve"\n'],
  ['kind', 'kind', '\nkind = "memory_provider"\n'],
  ['property-title', 'title', '\ntitle = "Token"\n'],
  ['property-description', 'description', '\ndescription = "Where requests go."\n'],
];

const listFields: readonly (readonly [string, string, string])[] = [
  ['read-roots', 'read_roots', '\nread_roots = ["data/in"]\n'],
  ['write-roots', 'write_roots', '\nwrite_roots = ["data/out"]\n'],
  ['hosts', 'http_egress_allowlist', '\nhttp_egress_allowlist = ["api.example.com", "cdn.example.com"]\n'],
  ['key-names', 'key_names', '\nkey_names = ["api_key", "backup_key"]\n'],
  ['device-capabilities', 'device_capabilities', '\ndevice_capabilities = ["camera"]\n'],
  ['node-capabilities', 'node_capabilities', '\nnode_capabilities = ["gpu"]\n'],
  ['categories', 'categories', '\ncategories = ["text"]\n'],
  ['tags', 'tags', '\ntags = ["demo", "echo"]\n'],
  ['required', 'required', '\nrequired = ["endpoint"]\n'],
  ['enum-values', 'enum_values', '\nenum_values = ["eu", "us"]\n'],
];

const booleanFields: readonly (readonly [string, string, string])[] = [
  ['opt-in-filesystem', 'filesystem', '\nfilesystem = true\n'],
  ['opt-in-hosts', 'http_egress', '\nhttp_egress = true\n'],
  ['opt-in-secrets', 'secrets', '\nsecrets = true\n'],
  ['opt-in-device', 'device', '\ndevice = true\n'],
  ['opt-in-node', 'node', '\nnode = true\n'],
  ['experimental', 'experimental', '\nexperimental = true\n'],
  ['redacted', 'redacted', '\nredacted = true\n'],
];

const integerFields: readonly (readonly [string, string, Piece])[] = [
  ['manifest-version', 'manifest_version', 'manifest_version = 2\n'],
  ['wall-clock', 'wall_clock_timeout_ms', '\nwall_clock_timeout_ms = 1500\n'],
  ['fuel', 'fuel_budget', '\nfuel_budget = 2000000\n'],
  ['memory', 'max_memory_bytes', '\nmax_memory_bytes = 131072\n'],
  [
    'major',
    'required_protocol_major',
    ({ parameters }) => `\nrequired_protocol_major = ${parameters.runtime.protocolMajor}\n`,
  ],
  ['contract-version', 'version', '\nversion = 1\n'],
  ['schema-version', 'schema_version', '\nschema_version = 2\n'],
];

const nameLine = '\nname = "Echo skill"\n';
const risk = rowsAt('manifest/type-of-risk', proves, {
  sample: full,
  piece: '{ default_sensitive = true, requires_approval = false }',
});

export const fieldTypeCases: readonly Case[] = [
  ...refuses('name', 'name', nameLine, [
    integer,
    float,
    boolean,
    date,
    emptyArray,
    ['array-of-text', '["Echo"]'],
    emptyTable,
  ]),
  ...textFields.flatMap(([name, key, line]) => refuses(name, key, line, [integer])),
  ...listFields.flatMap(([name, key, line]) =>
    refuses(name, key, line, [
      ['text', '"a"'],
      ['array-of-integers', '[1]'],
      ['array-of-arrays', '[["a"]]'],
      emptyTable,
    ]),
  ),
  ...booleanFields.flatMap(([name, key, line]) => refuses(name, key, line, [integer, text])),
  ...refuses('redacted', 'redacted', '\nredacted = true\n', [['zero', '0'], date, emptyArray]),
  ...integerFields.flatMap(([name, key, line]) => refuses(name, key, line, [float, ['text', '"1"']])),
  ...refuses('fuel', 'fuel_budget', '\nfuel_budget = 2000000\n', [
    ['exponent', '1e6'],
    ['infinity', 'inf'],
    ['nan', 'nan'],
    boolean,
    date,
    emptyArray,
  ]),
  risk.refuses('text', '"high"', code),
  risk.refuses('boolean', 'true', code),
  risk.refuses('sensitive-integer', '{ default_sensitive = 1 }', code),
  risk.refuses('approval-text', '{ requires_approval = "yes" }', code),
];
