import type { Area } from './areas.ts';
import type { FailureCode } from './failure.ts';
import type { RequirementId } from './generated/requirement-ids.ts';

/** Where a failure code stands: what asks for it, and which error of shipping software says the same. */
export interface Reason {
  readonly area: Area;
  readonly requirement: RequirementId;
  /** The error variant that shipping software raises for the same input; null where it accepts or has no such error. */
  readonly variant: string | null;
  /** The variant that an implementation with no finer errors may answer with: `variant`, or the nearest one. */
  readonly family: string;
}

/** A refusal that shipping software knows too: it may be answered by the name of its variant. */
function shipped<V extends string>(area: Area, requirement: RequirementId, variant: V): Reason {
  return { area, requirement, variant, family: variant };
}

/** A refusal that shipping software does not know; `family` is the variant it would be nearest to. */
function ours(area: Area, requirement: RequirementId, family: string): Reason {
  return { area, requirement, variant: null, family };
}

export const reasons = {
  'manifest.not-utf8': shipped('manifest', 'MAN-UTF8', 'ManifestParse'),
  'manifest.toml-syntax': shipped('manifest', 'MAN-TOML', 'ManifestParse'),
  'manifest.too-deep': shipped('manifest', 'MAN-DEPTH', 'ManifestParse'),
  'manifest.too-large': ours('manifest', 'MAN-BULK', 'ManifestParse'),
  'manifest.number-range': shipped('manifest', 'MAN-NUMBER-RANGE', 'ManifestParse'),
  'manifest.unknown-key': shipped('manifest', 'MAN-UNKNOWN-KEYS', 'ManifestParse'),
  'manifest.missing-key': shipped('manifest', 'MAN-REQUIRED-KEYS', 'ManifestParse'),
  'manifest.alias-clash': shipped('manifest', 'MAN-ALIASES', 'ManifestParse'),
  'manifest.wrong-type': shipped('manifest', 'MAN-FIELD-TYPES', 'ManifestParse'),
  'manifest.unknown-variant': shipped('manifest', 'MAN-ENUMS', 'ManifestParse'),
  'manifest.unsupported-version': shipped('manifest', 'MAN-VERSION-SUPPORTED', 'ManifestValidation'),
  'manifest.bad-identifier': shipped('manifest', 'MAN-IDENTIFIER', 'ManifestValidation'),
  'manifest.bad-skill-id': shipped('manifest', 'MAN-SKILL-ID', 'ManifestValidation'),
  'manifest.bad-version': shipped('manifest', 'MAN-SEMVER', 'ManifestValidation'),
  'manifest.version-order': shipped('manifest', 'MAN-VERSION-ORDER', 'ManifestValidation'),
  'manifest.blank': shipped('manifest', 'MAN-NOT-BLANK', 'ManifestValidation'),
  'manifest.no-tools': shipped('manifest', 'MAN-TOOLS', 'ManifestValidation'),
  'manifest.tool-namespace': shipped('manifest', 'MAN-TOOL-NAMESPACE', 'ManifestValidation'),
  'manifest.duplicate-tool': shipped('manifest', 'MAN-TOOL-UNIQUE', 'ManifestValidation'),
  'manifest.schema-not-object': shipped('manifest', 'MAN-TOOL-SCHEMA', 'ManifestValidation'),
  'manifest.wildcard': shipped('manifest', 'MAN-WILDCARD', 'ManifestValidation'),
  'manifest.bad-host': shipped('manifest', 'MAN-HOST', 'ManifestValidation'),
  'manifest.bad-secret-scope': shipped('manifest', 'MAN-SECRET-SCOPE', 'ManifestValidation'),
  'manifest.no-secret-keys': shipped('manifest', 'MAN-SECRET-KEYS', 'ManifestValidation'),
  'manifest.quota-too-small': shipped('manifest', 'MAN-QUOTAS', 'ManifestValidation'),
  'manifest.builder-not-experimental': shipped('manifest', 'MAN-BUILDER', 'ManifestValidation'),
  'manifest.operator-in-legacy': shipped('manifest', 'MAN-LEGACY-OPERATOR', 'ManifestValidation'),
  'manifest.bad-label': shipped('manifest', 'MAN-LABEL', 'ManifestValidation'),
  'manifest.bad-docs-url': shipped('manifest', 'MAN-DOCS-URL', 'ManifestValidation'),
  'manifest.unknown-default-tool': shipped('manifest', 'MAN-DEFAULT-TOOL', 'ManifestValidation'),
  'manifest.bad-default-module': shipped('manifest', 'MAN-DEFAULT-MODULE', 'ManifestValidation'),
  'manifest.bad-entrypoint': shipped('manifest', 'MAN-DEFAULT-ENTRYPOINT', 'ManifestValidation'),
  'manifest.unsupported-contract': shipped('manifest', 'MAN-CONTRACT-VERSION', 'ManifestValidation'),
  'manifest.duplicate-contract': shipped('manifest', 'MAN-CONTRACT-UNIQUE', 'ManifestValidation'),
  'manifest.config-version': shipped('manifest', 'MAN-CONFIG-VERSION', 'ManifestValidation'),
  'manifest.unknown-required-property': shipped('manifest', 'MAN-CONFIG-REQUIRED', 'ManifestValidation'),
  'manifest.bad-enum-values': shipped('manifest', 'MAN-CONFIG-ENUM', 'ManifestValidation'),
  'manifest.bad-default': shipped('manifest', 'MAN-CONFIG-DEFAULT', 'ManifestValidation'),
  'artifact.too-large': shipped('artifact', 'ART-SIZE', 'ArtifactTooLarge'),
  'artifact.not-zip': shipped('artifact', 'ART-ZIP', 'Zip'),
  'artifact.too-many-entries': shipped('artifact', 'ART-ENTRY-COUNT', 'ArtifactTooManyEntries'),
  'artifact.encrypted': shipped('artifact', 'ART-ENCRYPTION', 'Zip'),
  'artifact.unsupported-method': shipped('artifact', 'ART-METHODS', 'Zip'),
  'artifact.invalid-path': shipped('artifact', 'PATH-NORMAL', 'InvalidArtifactPath'),
  'artifact.entry-too-large': shipped('artifact', 'ART-ENTRY-SIZE', 'ArtifactEntryTooLarge'),
  'artifact.corrupt-entry': shipped('artifact', 'ART-INTACT', 'Io'),
  'artifact.duplicate-entry': shipped('artifact', 'ART-UNIQUE-NAMES', 'DuplicateArtifactEntry'),
  'artifact.ambiguous-end': ours('artifact', 'ART-ONE-END', 'Zip'),
  'artifact.zip64': ours('artifact', 'ART-NO-ZIP64', 'Zip'),
  'artifact.hidden-bytes': ours('artifact', 'ART-NO-HIDDEN-BYTES', 'Zip'),
  'artifact.overlap': ours('artifact', 'ART-NO-OVERLAP', 'Zip'),
  'artifact.headers-disagree': ours('artifact', 'ART-HEADERS-AGREE', 'Zip'),
  'artifact.unusual-flags': ours('artifact', 'ART-PLAIN-FLAGS', 'Zip'),
  'artifact.unfinished-stream': ours('artifact', 'ART-WHOLE-STREAMS', 'Io'),
  'artifact.false-size': ours('artifact', 'ART-TRUE-SIZES', 'Zip'),
  'artifact.name-encoding': ours('artifact', 'ART-NAMES-UTF8', 'Zip'),
  'artifact.renaming-field': ours('artifact', 'ART-NO-RENAMING', 'Zip'),
  'artifact.special-file': ours('artifact', 'ART-REGULAR-FILES', 'Zip'),
  'artifact.directory-with-content': ours('artifact', 'ART-EMPTY-DIRECTORIES', 'Zip'),
  'artifact.name-not-canonical': ours('artifact', 'ART-NAMES-CANONICAL', 'InvalidArtifactPath'),
  'artifact.control-in-name': ours('artifact', 'ART-NAMES-PRINTABLE', 'InvalidArtifactPath'),
  'artifact.file-is-folder': ours('artifact', 'ART-FILE-OR-FOLDER', 'InvalidArtifactPath'),
  'artifact.missing-entry': shipped('artifact', 'ART-REQUIRED-ENTRIES', 'MissingArtifactEntry'),
  'artifact.bad-sbom': shipped('artifact', 'ART-SBOM', 'InvalidSbom'),
  'artifact.bad-provenance': shipped('artifact', 'ART-PROVENANCE', 'InvalidProvenance'),
  'artifact.bad-signature-record': shipped('artifact', 'ART-SIGNATURE-RECORD', 'Serialization'),
  'artifact.payload-hash-mismatch': shipped('artifact', 'ART-PAYLOAD-HASH', 'PayloadHashMismatch'),
  'artifact.integrity-mismatch': shipped('artifact', 'ART-INTEGRITY', 'ManifestValidation'),
  'artifact.bad-module-name': shipped('artifact', 'BUILD-MODULE-NAME', 'ManifestValidation'),
  'artifact.no-module': shipped('artifact', 'BUILD-MODULES', 'ManifestValidation'),
  'artifact.name-too-long': shipped('artifact', 'BUILD-NAME-LENGTH', 'Zip'),
  'artifact.unrepresentable': shipped('artifact', 'BUILD-NULL', 'Serialization'),
  'key.bad-length': shipped('artifact', 'KEY-FORMS', 'InvalidSigningKeyLength'),
  'signature.bad-algorithm': shipped('artifact', 'SIG-ALGORITHM', 'SignatureVerificationFailed'),
  'signature.bad-key': shipped('artifact', 'SIG-KEY', 'SignatureVerificationFailed'),
  'signature.key-id-mismatch': shipped('artifact', 'SIG-KEY-ID', 'SignatureVerificationFailed'),
  'signature.invalid': shipped('artifact', 'SIG-VERIFY', 'SignatureVerificationFailed'),
  'signature.publisher-mismatch': shipped('artifact', 'SIG-PUBLISHER', 'SignatureVerificationFailed'),
  'signature.small-order': ours('artifact', 'SIG-SMALL-ORDER', 'SignatureVerificationFailed'),
  'signature.non-canonical-key': ours('artifact', 'SIG-CANONICAL-KEY', 'SignatureVerificationFailed'),
  'compat.protocol-major': shipped('artifact', 'COMPAT-PROTOCOL', 'UnsupportedProtocolMajor'),
  'compat.runtime-too-old': shipped('artifact', 'COMPAT-MINIMUM', 'UnsupportedRuntimeVersion'),
  'compat.runtime-too-new': shipped('artifact', 'COMPAT-MAXIMUM', 'RuntimeVersionAboveSupportedMaximum'),
  'trust.store-unreadable': shipped('trust', 'TRUST-STORE-UNREADABLE', 'Io'),
  'trust.store-unwritable': shipped('trust', 'TRUST-SAVE', 'Io'),
  'trust.store-tampered': ours('trust', 'TRUST-INTEGRITY-RECORD', 'Io'),
  'trust.store-json': shipped('trust', 'TRUST-STORE-JSON', 'Serialization'),
  'trust.store-shape': shipped('trust', 'TRUST-STORE-SHAPE', 'Serialization'),
  'trust.store-publisher': shipped('trust', 'TRUST-STORE-PUBLISHER', 'Serialization'),
  'trust.store-key': shipped('trust', 'TRUST-STORE-KEY', 'Serialization'),
  'trust.store-no-keys': shipped('trust', 'TRUST-STORE-KEYS', 'Serialization'),
  'trust.store-pin-conflict': shipped('trust', 'TRUST-PIN-CONFLICT', 'Serialization'),
  'trust.invalid-publisher': shipped('trust', 'TRUST-ADD', 'ManifestValidation'),
  'trust.invalid-key': shipped('trust', 'TRUST-ADD', 'ManifestValidation'),
  'trust.publisher-spelling': ours('trust', 'TRUST-PUBLISHER-SPELLING', 'UntrustedPublisher'),
  'trust.key-mismatch': shipped('trust', 'TRUST-ALLOWLIST', 'TrustedPublisherKeyMismatch'),
  'trust.pin-mismatch': shipped('trust', 'TRUST-PIN', 'TofuKeyMismatch'),
  'trust.untrusted-publisher': shipped('trust', 'TRUST-UNKNOWN', 'UntrustedPublisher'),
  'vault.bad-reference': ours('trust', 'VAULT-REFERENCE', 'Vault'),
  'vault.not-found': ours('trust', 'VAULT-LOOKUP', 'Vault'),
  'vault.locked': ours('trust', 'VAULT-SEALED', 'Vault'),
  'vault.corrupt': ours('trust', 'VAULT-SEALED', 'Vault'),
  'vault.unreadable': ours('trust', 'VAULT-DISK', 'Vault'),
  'vault.unwritable': ours('trust', 'VAULT-DISK', 'Vault'),
} as const satisfies Record<FailureCode, Reason>;
