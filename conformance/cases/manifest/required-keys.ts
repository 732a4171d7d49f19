import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { compatTable, full, minimal, type Piece, type Sample, toolTable } from './sample.ts';

/** Every required key by the line that gives it. */
const lines: readonly (readonly [string, Sample, Piece])[] = [
  ['skill-id', minimal, ({ skillId }) => `skill_id = "${skillId}"\n`],
  ['name', minimal, 'name = "Echo skill"\n'],
  ['version', minimal, 'version = "3.1.4"\n'],
  ['publisher', minimal, ({ publisher }) => `publisher = "${publisher}"\n`],
  ['tool-id', minimal, ({ publisher, tool }) => `\nid = "${publisher}.${tool}"`],
  ['tool-name', minimal, 'name = "Echo tool"\n'],
  ['tool-description', minimal, 'description = "Returns its input."\n'],
  ['input-schema', minimal, 'input_schema = { type = "object" }\n'],
  ['output-schema', minimal, 'output_schema = { type = "array" }\n'],
  ['second-tool-description', full, 'description = "Asks before it acts."\n'],
  ['protocol-major', minimal, ({ parameters }) => `required_protocol_major = ${parameters.runtime.protocolMajor}\n`],
  ['minimum-version', minimal, ({ parameters }) => `min_palyra_version = "${parameters.runtime.version}"\n`],
  ['compat', minimal, compatTable],
  ['secret-scope', full, ({ skillId }) => `scope = "skill:${skillId}"\n`],
  ['integrity-path', full, 'path = "docs/readme.txt"\n'],
  ['integrity-hash', full, `sha256 = "${'0'.repeat(64)}"\n`],
  ['builder-experimental', full, 'experimental = true\n'],
  ['builder-source-kind', full, 'source_kind = "prompt"\n'],
  ['builder-source-ref', full, 'source_ref = "run-17"\n'],
  ['builder-rollout-flag', full, 'rollout_flag = "skills.echo"\n'],
  ['checklist-declaration', full, 'capability_declaration_path = "builder/capabilities.json"\n'],
  ['checklist-provenance', full, 'provenance_path = "builder/provenance.json"\n'],
  ['checklist-harness', full, 'test_harness_path = "builder/harness.json"\n'],
  ['contract-kind', full, 'kind = "memory_provider"\n'],
  ['property-type', full, 'type = "integer"\n'],
];

const proves = ['MAN-REQUIRED-KEYS'] as const;
const code = 'manifest.missing-key';

const tools = rowsAt('manifest/missing', proves, { sample: minimal, piece: toolTable });
const checklist = rowsAt('manifest/missing', proves, {
  sample: full,
  piece: `[builder.checklist]
capability_declaration_path = "builder/capabilities.json"
provenance_path = "builder/provenance.json"
test_harness_path = "builder/harness.json"
review_notes = "Looked at twice."
`,
});

export const requiredKeyCases: readonly Case[] = [
  ...lines.map(([name, sample, piece]) =>
    rowsAt('manifest/missing', proves, { sample, piece }).refuses(name, '', code),
  ),
  tools.refuses('entrypoints', '', code),
  tools.refuses('tools', '[entrypoints]\n', code),
  checklist.refuses('checklist', '', code),
];
