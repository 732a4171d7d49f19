import { manifestVersions } from '../constants.ts';
import { u32 } from './numbers.ts';
import { badPath, identifier, notBlank, skillId, toolId, version } from './patterns.ts';
import { boolean, type Definitions, list, object, ref, string, text, when } from './schema.ts';

/** Section 3 of the manifest chapter as a document, with its defaults filled in. */
export const manifestSchemas = {
  manifest: object(
    {
      manifest_version: { type: 'integer', enum: Object.values(manifestVersions) },
      skill_id: text(skillId),
      name: ref('notBlank'),
      version: ref('version'),
      publisher: ref('identifier'),
      entrypoints: object({ tools: list(ref('tool'), { minItems: 1n }) }),
      capabilities: ref('capabilities'),
      compat: object(
        { required_protocol_major: u32, min_palyra_version: ref('version') },
        { max_palyra_version: ref('version') },
        { $comment: 'MAN-VERSION-ORDER: the maximum is not below the minimum.' },
      ),
      integrity: object({
        files: list(object({ path: string, sha256: string }), {
          $comment: 'ART-INTEGRITY: judged against an archive, and free in a manifest that stands alone.',
        }),
      }),
      operator: ref('operator'),
    },
    { builder: ref('builder') },
    {
      ...when(
        { manifest_version: { const: manifestVersions.legacy } },
        { operator: { const: { categories: [], tags: [], plugin: {} } } },
      ),
      $comment:
        'The `then` is MAN-LEGACY-OPERATOR. MAN-FREE-FORM: integers are exact and written without a fraction, which `integer` cannot tell from 1.0.',
    },
  ),
  tool: object(
    {
      id: text(toolId),
      name: ref('notBlank'),
      description: ref('notBlank'),
      input_schema: { type: 'object' },
      output_schema: { type: 'object' },
      risk: object({ default_sensitive: boolean, requires_approval: boolean }),
    },
    {},
    {
      $comment:
        'MAN-TOOL-NAMESPACE: the trimmed id begins with the trimmed publisher and a dot. MAN-TOOL-UNIQUE: no two tools share a trimmed id.',
    },
  ),
  builder: object({
    experimental: { const: true },
    source_kind: ref('notBlank'),
    source_ref: ref('notBlank'),
    rollout_flag: ref('notBlank'),
    review_status: string,
    checklist: object({
      capability_declaration_path: ref('path'),
      provenance_path: ref('path'),
      test_harness_path: ref('path'),
      review_notes: string,
    }),
  }),
  identifier: text(identifier),
  version: text(version, { $comment: 'MAN-SEMVER: three unsigned 32-bit numbers.' }),
  notBlank: text(notBlank),
  path: { type: 'string', not: { type: 'string', pattern: badPath }, $comment: 'PATH-NORMAL, before normalisation.' },
} satisfies Partial<Definitions>;
