import { baseArtifact } from '#fixtures/artifact/model.ts';
import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case, Recipe } from '../../case.ts';
import { accepted } from '../../rows.ts';
import { changed, extended, full, integrityTable, minimal, type Sample } from './sample.ts';

/** Asks for the artifact around a manifest to be inspected. */
function inspecting(sample: Sample): (world: World) => Recipe {
  return (world) => ({
    operation: 'artifact.inspect',
    model: { artifact: { ...baseArtifact(world), manifest: sample.text(world) } },
  });
}

function inspected(sample: Sample, proves: readonly RequirementId[], value: WireValue): Case {
  return accepted(sample.id, proves, inspecting(sample), { value: () => value });
}

function warns(sample: Sample, ...codes: readonly string[]): Case {
  return inspected(sample, ['MAN-WARNINGS'], { warnings: codes.map((code) => ({ code, severity: 'warning' })) });
}

/** Approved, and with nothing to warn of; what it says of files is left to the artifact. */
const complete = changed('manifest/warns-of-nothing', full, [integrityTable, '']);
const bare = changed('manifest/warns-no-operator', minimal);
const legacyVersion = ['manifest_version = 2\n', 'manifest_version = 1\n'] as const;
const legacy = 'legacy_manifest_version';
const noOperator = 'missing_operator_metadata';
const noName = 'missing_operator_display_name';
const emptyConfig = 'empty_operator_config_contract';
const redaction = 'operator_config_redaction_recommended';

function below(name: string, lines: string): Sample {
  return extended(`manifest/warns-${name}`, minimal, lines);
}

/** A named operator with one property for every key. */
function properties(name: string, keys: readonly string[], rest = 'type = "string"'): Sample {
  const tables = keys.map((key) => `[operator.config.properties."${key}"]\n${rest}\n`);
  return below(name, `[operator]\ndisplay_name = "Echo"\n${tables.join('')}`);
}

const warningCases: readonly Case[] = [
  inspected(complete, ['MAN-WARNINGS', 'MAN-REVIEW'], { warnings: [], requiresReview: false }),
  inspected(bare, ['MAN-WARNINGS', 'MAN-REVIEW'], {
    warnings: [{ code: noOperator, severity: 'warning' }],
    requiresReview: false,
  }),
  warns(changed('manifest/warns-legacy', minimal, legacyVersion), legacy, noOperator),
  warns(below('empty-operator', '[operator]\n[operator.plugin]\ncontracts = []\n'), noOperator),
  warns(below('summary-only', '[operator]\nsummary = "Says it again."\n'), noName),
  warns(below('tag-only', '[operator]\ntags = ["a"]\n'), noName),
  warns(below('plugin-only', '[operator.plugin]\ndefault_entrypoint = "run"\n'), noName),
  warns(below('display-name-only', '[operator]\ndisplay_name = "Echo"\n')),
  warns(below('empty-config', '[operator.config]\n'), noName, emptyConfig),
  warns(below('empty-config-named', '[operator]\ndisplay_name = "Echo"\n[operator.config]\n'), emptyConfig),
  warns(below('secret-unnamed', '[operator.config.properties.secret]\ntype = "string"\n'), noName, redaction),
  ...['secret', 'token', 'password', 'api_key', 'client_key'].map((word) =>
    warns(properties(`${word.replace('_', '-')}-inside`, [`my.${word}2`]), redaction),
  ),
  ...['apikey', 'api-key', 'api.key', 'passwd', 'credential', 'key', 'client-key'].map((word) =>
    warns(properties(`not-${word.replace('.', '-dot-')}`, [word])),
  ),
  ...['integer', 'number', 'boolean', 'string_list'].map((type) =>
    warns(properties(`token-${type.replace('_', '-')}`, ['token'], `type = "${type}"`), redaction),
  ),
  warns(properties('redacted', ['password', 'token'], 'type = "string"\nredacted = true'), ...[]),
  warns(
    properties('each-property', ['z_token', 'api_key', 'apikey', 'a_secret_token']),
    redaction,
    redaction,
    redaction,
  ),
  warns(
    below(
      'redacted-beside-unredacted',
      `[operator]
display_name = "Echo"
[operator.config.properties.password]
type = "string"
redacted = true
[operator.config.properties.token]
type = "string"
redacted = false
`,
    ),
    redaction,
  ),
];

/** MAN-REVIEW: only what a person approved or signed needs no further look. */
function review(name: string, status: string, requiresReview: boolean): Case {
  const sample = changed(`manifest/review-${name}`, complete, [
    'review_status = "approved"',
    `review_status = "${status}"`,
  ]);
  return inspected(sample, ['MAN-REVIEW'], { requiresReview });
}

const reviewCases: readonly Case[] = [
  inspected(changed('manifest/review-no-status', complete, ['review_status = "approved"\n', '']), ['MAN-REVIEW'], {
    requiresReview: true,
  }),
  review('empty', '', true),
  review('blank', ' ', true),
  review('approved-upper-case', 'APPROVED', false),
  review('signed', 'signed', false),
  review('signed-spaces-around', ' Signed ', false),
  review('signed-next-line-behind', 'signed\\u0085', false),
  review('approved-and-more', 'approved!', true),
  review('byte-order-mark', '\\ufeffapproved', true),
  review('long-s', '\u017figned', true),
  review('quarantined', 'quarantined', true),
  review('pending', 'pending', true),
];

export const inspectionCases: readonly Case[] = [...warningCases, ...reviewCases];
