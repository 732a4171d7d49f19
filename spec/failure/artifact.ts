import { quote } from './evidence.ts';

/** What can be wrong with the archive: its records, its names, its contents, and what they say of each other. */
export type ArtifactFailure =
  | { readonly code: 'artifact.too-large'; readonly actual: number; readonly limit: number }
  | { readonly code: 'artifact.not-zip'; readonly detail: string }
  | { readonly code: 'artifact.too-many-entries'; readonly actual: number; readonly limit: number }
  | { readonly code: 'artifact.encrypted'; readonly name: string }
  | { readonly code: 'artifact.unsupported-method'; readonly name: string; readonly method: number }
  | { readonly code: 'artifact.invalid-path'; readonly path: string }
  | {
      readonly code: 'artifact.entry-too-large';
      readonly name: string;
      readonly actual: number;
      readonly limit: number;
    }
  | { readonly code: 'artifact.corrupt-entry'; readonly name: string; readonly detail: string }
  | { readonly code: 'artifact.duplicate-entry'; readonly name: string }
  // From here to the next blank line: archives that shipping software reads and that have more than one meaning.
  | { readonly code: 'artifact.ambiguous-end'; readonly detail: string }
  | { readonly code: 'artifact.zip64'; readonly detail: string }
  | { readonly code: 'artifact.hidden-bytes'; readonly offset: number; readonly length: number }
  | { readonly code: 'artifact.overlap'; readonly name: string }
  | { readonly code: 'artifact.headers-disagree'; readonly name: string; readonly field: string }
  | { readonly code: 'artifact.unusual-flags'; readonly name: string; readonly flags: number }
  | { readonly code: 'artifact.unfinished-stream'; readonly name: string }
  | { readonly code: 'artifact.false-size'; readonly name: string; readonly declared: number; readonly actual: number }
  | { readonly code: 'artifact.name-encoding'; readonly name: string }
  | { readonly code: 'artifact.name-not-canonical'; readonly name: string; readonly canonical: string }
  | { readonly code: 'artifact.control-in-name'; readonly name: string }
  | { readonly code: 'artifact.renaming-field'; readonly name: string }
  | { readonly code: 'artifact.special-file'; readonly name: string; readonly detail: string }
  | { readonly code: 'artifact.directory-with-content'; readonly name: string }
  | { readonly code: 'artifact.file-is-folder'; readonly name: string }
  | { readonly code: 'artifact.missing-entry'; readonly name: string }
  | { readonly code: 'artifact.bad-sbom'; readonly detail: string }
  | { readonly code: 'artifact.bad-provenance'; readonly detail: string }
  | { readonly code: 'artifact.bad-signature-record'; readonly detail: string }
  | { readonly code: 'artifact.payload-hash-mismatch'; readonly declared: string; readonly computed: string }
  | { readonly code: 'artifact.integrity-mismatch'; readonly name: string; readonly detail: string }
  // Raised only while an artifact is built.
  | { readonly code: 'artifact.bad-module-name'; readonly path: string }
  | { readonly code: 'artifact.no-module' }
  | { readonly code: 'artifact.name-too-long'; readonly name: string; readonly bytes: number }
  | { readonly code: 'artifact.unrepresentable'; readonly path: string };

export function describeArtifact(failure: ArtifactFailure): string {
  switch (failure.code) {
    case 'artifact.too-large':
      return `The artifact has ${failure.actual} bytes; the most is ${failure.limit}.`;
    case 'artifact.not-zip':
      return `The file cannot be read as a ZIP archive: ${failure.detail}.`;
    case 'artifact.too-many-entries':
      return `The artifact has ${failure.actual} entries; the most is ${failure.limit}.`;
    case 'artifact.encrypted':
      return `${quote(failure.name)} is encrypted; an artifact is signed, not encrypted.`;
    case 'artifact.unsupported-method':
      return `${quote(failure.name)} is compressed by method ${failure.method}; use Stored (0) or Deflate (8).`;
    case 'artifact.invalid-path':
      return `${quote(failure.path)} is not a path inside an artifact.`;
    case 'artifact.entry-too-large':
      return `${quote(failure.name)} has ${failure.actual} bytes; the most for one entry is ${failure.limit}.`;
    case 'artifact.corrupt-entry':
      return `${quote(failure.name)} is damaged: ${failure.detail}.`;
    case 'artifact.duplicate-entry':
      return `${quote(failure.name)} stands in the artifact twice.`;
    case 'artifact.ambiguous-end':
      return `The archive's end record can be read in more than one way: ${failure.detail}.`;
    case 'artifact.zip64':
      return `The archive uses ZIP64 structures, which readers resolve differently: ${failure.detail}.`;
    case 'artifact.hidden-bytes':
      return `${failure.length} bytes at offset ${failure.offset} belong to no entry.`;
    case 'artifact.overlap':
      return `${quote(failure.name)} shares its bytes with another entry.`;
    case 'artifact.headers-disagree':
      return `The two headers of ${quote(failure.name)} disagree on its ${failure.field}.`;
    case 'artifact.unusual-flags':
      return `${quote(failure.name)} has flags (0x${failure.flags.toString(16)}) that only some readers understand.`;
    case 'artifact.unfinished-stream':
      return `The compressed data of ${quote(failure.name)} has no last block.`;
    case 'artifact.false-size':
      return `${quote(failure.name)} declares ${failure.declared} bytes and holds ${failure.actual}.`;
    case 'artifact.name-encoding':
      return `The name ${quote(failure.name)} is not marked or not valid as UTF-8.`;
    case 'artifact.name-not-canonical':
      return `The name ${quote(failure.name)} must be spelled ${quote(failure.canonical)}.`;
    case 'artifact.control-in-name':
      return `The name ${quote(failure.name)} holds a control character.`;
    case 'artifact.renaming-field':
      return `${quote(failure.name)} carries an extra field that gives it a second name.`;
    case 'artifact.special-file':
      return `${quote(failure.name)} is not a plain file: ${failure.detail}.`;
    case 'artifact.directory-with-content':
      return `The directory ${quote(failure.name)} has content.`;
    case 'artifact.file-is-folder':
      return `${quote(failure.name)} is a file and also the folder of another entry.`;
    case 'artifact.missing-entry':
      return `The artifact has no ${failure.name}.`;
    case 'artifact.bad-sbom':
      return `The SBOM is not a CycloneDX document: ${failure.detail}.`;
    case 'artifact.bad-provenance':
      return `The provenance record is not usable: ${failure.detail}.`;
    case 'artifact.bad-signature-record':
      return `signature.json is not a signature record: ${failure.detail}.`;
    case 'artifact.payload-hash-mismatch':
      return `The contents hash to ${failure.computed}, but signature.json says ${quote(failure.declared)}.`;
    case 'artifact.integrity-mismatch':
      return `The integrity list and the entry ${quote(failure.name)} disagree: ${failure.detail}.`;
    case 'artifact.bad-module-name':
      return `Module ${quote(failure.path)} must end in .wasm`;
    case 'artifact.no-module':
      return 'An artifact needs at least one module.';
    case 'artifact.name-too-long':
      return `An entry name has ${failure.bytes} bytes; the most is 65535: ${quote(failure.name)}.`;
    case 'artifact.unrepresentable':
      return `${failure.path} is null, which TOML cannot write; remove inf and nan from schemas.`;
    default:
      return failure satisfies never;
  }
}
