import { quote } from './evidence.ts';

/** What can be wrong with the text of a manifest, its shape, and then its values; in that order. */
export type ManifestFailure =
  | { readonly code: 'manifest.not-utf8' }
  | { readonly code: 'manifest.toml-syntax'; readonly detail: string; readonly line: number }
  | { readonly code: 'manifest.too-deep'; readonly limit: number; readonly line: number }
  | { readonly code: 'manifest.too-large'; readonly limit: number; readonly unit: string }
  | { readonly code: 'manifest.number-range'; readonly path: string; readonly literal: string }
  | { readonly code: 'manifest.unknown-key'; readonly path: string }
  | { readonly code: 'manifest.missing-key'; readonly path: string }
  | { readonly code: 'manifest.alias-clash'; readonly path: string; readonly alias: string }
  | { readonly code: 'manifest.wrong-type'; readonly path: string; readonly wanted: string }
  | { readonly code: 'manifest.unknown-variant'; readonly path: string; readonly value: string }
  | { readonly code: 'manifest.unsupported-version'; readonly version: bigint }
  | { readonly code: 'manifest.bad-identifier'; readonly path: string; readonly value: string }
  | { readonly code: 'manifest.bad-skill-id'; readonly value: string }
  | { readonly code: 'manifest.bad-version'; readonly path: string; readonly value: string }
  | { readonly code: 'manifest.version-order'; readonly minimum: string; readonly maximum: string }
  | { readonly code: 'manifest.blank'; readonly path: string }
  | { readonly code: 'manifest.no-tools' }
  | { readonly code: 'manifest.tool-namespace'; readonly id: string; readonly publisher: string }
  | { readonly code: 'manifest.duplicate-tool'; readonly id: string }
  | { readonly code: 'manifest.schema-not-object'; readonly path: string }
  | { readonly code: 'manifest.wildcard'; readonly path: string; readonly value: string; readonly optIn: string }
  | { readonly code: 'manifest.bad-host'; readonly path: string; readonly value: string }
  | { readonly code: 'manifest.bad-secret-scope'; readonly path: string; readonly value: string }
  | { readonly code: 'manifest.no-secret-keys'; readonly path: string }
  | {
      readonly code: 'manifest.quota-too-small';
      readonly path: string;
      readonly value: bigint;
      readonly minimum: bigint;
    }
  | { readonly code: 'manifest.builder-not-experimental' }
  | { readonly code: 'manifest.operator-in-legacy' }
  | { readonly code: 'manifest.bad-label'; readonly path: string; readonly value: string }
  | { readonly code: 'manifest.bad-docs-url'; readonly value: string }
  | { readonly code: 'manifest.unknown-default-tool'; readonly id: string }
  | { readonly code: 'manifest.bad-default-module'; readonly value: string }
  | { readonly code: 'manifest.bad-entrypoint'; readonly value: string }
  | { readonly code: 'manifest.unsupported-contract'; readonly kind: string; readonly version: bigint }
  | { readonly code: 'manifest.duplicate-contract'; readonly kind: string }
  | { readonly code: 'manifest.config-version' }
  | { readonly code: 'manifest.unknown-required-property'; readonly key: string }
  | { readonly code: 'manifest.bad-enum-values'; readonly path: string; readonly detail: string }
  | { readonly code: 'manifest.bad-default'; readonly path: string; readonly wanted: string };

export function describeManifest(failure: ManifestFailure): string {
  switch (failure.code) {
    case 'manifest.not-utf8':
      return 'The manifest is not valid UTF-8; save it as UTF-8.';
    case 'manifest.toml-syntax':
      return `Line ${failure.line} of the manifest is not TOML: ${failure.detail}`;
    case 'manifest.too-deep':
      return `Line ${failure.line} of the manifest nests deeper than ${failure.limit} levels.`;
    case 'manifest.too-large':
      return `The manifest has more than ${failure.limit} ${failure.unit}.`;
    case 'manifest.number-range':
      return `${failure.path} = ${quote(failure.literal)} is outside the range of its field.`;
    case 'manifest.unknown-key':
      return `${failure.path} is not a key of the manifest; check its spelling and the table it stands in.`;
    case 'manifest.missing-key':
      return `${failure.path} is required and missing.`;
    case 'manifest.alias-clash':
      return `${failure.path} is also given by its older name ${failure.alias}; keep one of the two.`;
    case 'manifest.wrong-type':
      return `${failure.path} must be ${failure.wanted}.`;
    case 'manifest.unknown-variant':
      return `${failure.path} has no variant ${quote(failure.value)}.`;
    case 'manifest.unsupported-version':
      return `manifest_version ${failure.version} is not supported; use 2 (or 1 for a legacy manifest).`;
    case 'manifest.bad-identifier':
      return `${failure.path} = ${quote(failure.value)} is not an identifier; use only a-z 0-9 . _ - :`;
    case 'manifest.bad-skill-id':
      return `skill_id ${quote(failure.value)} may hold no colon and no empty segment between dots.`;
    case 'manifest.bad-version':
      return `${failure.path} = ${quote(failure.value)} is not a version; write three numbers such as 1.0.0.`;
    case 'manifest.version-order':
      return `compat.max_palyra_version ${quote(failure.maximum)} is below min_palyra_version ${quote(failure.minimum)}.`;
    case 'manifest.blank':
      return `${failure.path} must not be blank.`;
    case 'manifest.no-tools':
      return 'entrypoints.tools must declare at least one tool.';
    case 'manifest.tool-namespace':
      return `Tool id ${quote(failure.id)} must begin with the publisher and a dot: ${quote(`${failure.publisher}.`)}.`;
    case 'manifest.duplicate-tool':
      return `Tool id ${quote(failure.id)} is declared twice.`;
    case 'manifest.schema-not-object':
      return `${failure.path} must be an object (a JSON Schema).`;
    case 'manifest.wildcard':
      return `${failure.path} = ${quote(failure.value)} holds a wildcard; set ${failure.optIn} = true to allow it.`;
    case 'manifest.bad-host':
      return `${failure.path} = ${quote(failure.value)} is not a host name; give the bare name, without scheme or port.`;
    case 'manifest.bad-secret-scope':
      return `${failure.path} = ${quote(failure.value)} must be global, or principal:, channel: or skill: and an identifier.`;
    case 'manifest.no-secret-keys':
      return `${failure.path} must name at least one key.`;
    case 'manifest.quota-too-small':
      return `${failure.path} is ${failure.value}; the least is ${failure.minimum}.`;
    case 'manifest.builder-not-experimental':
      return 'builder.experimental must be true while a builder block is present.';
    case 'manifest.operator-in-legacy':
      return 'A version 1 manifest has no operator metadata; set manifest_version = 2.';
    case 'manifest.bad-label':
      return `${failure.path} = ${quote(failure.value)} may hold only a-z 0-9 . _ -`;
    case 'manifest.bad-docs-url':
      return `operator.docs_url ${quote(failure.value)} must begin with https:// and hold no space and no #.`;
    case 'manifest.unknown-default-tool':
      return `operator.plugin.default_tool_id ${quote(failure.id)} is not the id of a declared tool.`;
    case 'manifest.bad-default-module':
      return `operator.plugin.default_module_path ${quote(failure.value)} must look like modules/name.wasm.`;
    case 'manifest.bad-entrypoint':
      return `operator.plugin.default_entrypoint ${quote(failure.value)} may hold only a-z 0-9 _ -`;
    case 'manifest.unsupported-contract':
      return `Version ${failure.version} of the contract ${failure.kind} is not supported; use 1.`;
    case 'manifest.duplicate-contract':
      return `The contract ${failure.kind} is declared twice.`;
    case 'manifest.config-version':
      return 'operator.config.schema_version must not be 0.';
    case 'manifest.unknown-required-property':
      return `operator.config.required names ${quote(failure.key)}, which is not a property.`;
    case 'manifest.bad-enum-values':
      return `${failure.path} ${failure.detail}.`;
    case 'manifest.bad-default':
      return `${failure.path} must be ${failure.wanted}.`;
    default:
      return failure satisfies never;
  }
}
