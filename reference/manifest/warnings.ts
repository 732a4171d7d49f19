import { manifestVersions, secretWords } from '#spec/constants.ts';
import { quote } from '#spec/failure/evidence.ts';
import type { JsonObject } from '#spec/json/value.ts';
import { asciiLower } from '../text/white-space.ts';
import type { Config, Manifest } from './manifest.ts';
import { isEmptyOperator } from './operator-metadata.ts';

type WarningCode =
  | 'legacy_manifest_version'
  | 'missing_operator_metadata'
  | 'missing_operator_display_name'
  | 'empty_operator_config_contract'
  | 'operator_config_redaction_recommended';

/** What a reader of the manifest should know, and no reason to refuse it. */
export interface ManifestWarning {
  readonly code: WarningCode;
  readonly severity: 'warning';
  readonly message: string;
}

/** MAN-WARNINGS: in this order. */
export function manifestWarnings(manifest: Manifest): readonly ManifestWarning[] {
  const warnings: ManifestWarning[] = [];
  if (manifest.manifestVersion === manifestVersions.legacy) {
    warnings.push(warning('legacy_manifest_version', 'The manifest is of version 1; version 2 is current.'));
  }
  const { operator } = manifest;
  if (isEmptyOperator(operator)) {
    return [...warnings, warning('missing_operator_metadata', 'The manifest tells its operator nothing.')];
  }
  if (operator.displayName === undefined) {
    warnings.push(warning('missing_operator_display_name', 'The manifest has no operator.display_name.'));
  }
  return operator.config === undefined ? warnings : [...warnings, ...configWarnings(operator.config)];
}

export function warningsToJson(warnings: readonly ManifestWarning[]): readonly JsonObject[] {
  return warnings.map((each) => new Map(Object.entries(each)));
}

function configWarnings({ properties }: Config): readonly ManifestWarning[] {
  if (properties.size === 0) {
    return [warning('empty_operator_config_contract', 'The manifest has an operator.config without properties.')];
  }
  return [...properties]
    .filter(([key, { redacted }]) => !redacted && soundsSecret(key))
    .map(([key]) =>
      warning('operator_config_redaction_recommended', `The config property ${quote(key)} should set redacted = true.`),
    );
}

function soundsSecret(key: string): boolean {
  const lower = asciiLower(key);
  return secretWords.some((word) => lower.includes(word));
}

function warning(code: WarningCode, message: string): ManifestWarning {
  return { code, severity: 'warning', message };
}
