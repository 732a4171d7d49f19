import type { Case } from '../../case.ts';
import { insert, ordered, rejected } from '../../rows.ts';
import { editManifest, editRecord, mainModule, minimal } from './given.ts';

const proves = ['ART-VERIFY-ORDER'] as const;
const listEnd = ['artifact', 'integrity', 'omit', 0] as const;

/** One fault for each step, all of one twin, so that any two of them can meet in one artifact. */
const faults: readonly Case[] = [
  rejected(
    'artifact/manifest-is-no-toml',
    proves,
    minimal,
    'manifest.toml-syntax',
    editManifest('[compat]', '[compat'),
  ),
  rejected('artifact/manifest-is-invalid', proves, minimal, 'manifest.blank', editManifest('"Echo skill"', '""')),
  rejected(
    'artifact/signature-is-no-base64',
    ['SIG-BASE64'],
    minimal,
    'signature.invalid',
    editRecord('signature_base64', '"?"'),
  ),
  rejected(
    'artifact/integrity-incomplete',
    proves,
    minimal,
    'artifact.integrity-mismatch',
    insert(listEnd, mainModule),
  ),
];

/** Each step, and one that it must come before. */
const pairs: readonly (readonly [string, string])[] = [
  ['checksum-wrong', 'manifest-missing'],
  ['manifest-is-no-toml', 'sbom-missing'],
  ['manifest-is-invalid', 'sbom-missing'],
  ['sbom-is-null', 'provenance-missing'],
  ['provenance-subject-empty', 'module-missing'],
  ['module-missing', 'record-is-empty'],
  ['provenance-subject-empty', 'signature-missing'],
  ['time-with-fraction', 'record-hash-in-upper-case'],
  ['record-hash-in-upper-case', 'algorithm-in-upper-case'],
  ['algorithm-in-upper-case', 'key-of-31-bytes'],
  ['key-of-31-bytes', 'key-id-of-another'],
  ['key-off-the-curve', 'key-id-of-another'],
  ['key-id-of-another', 'signature-is-no-base64'],
  ['key-id-of-another', 'signature-of-another'],
  ['signature-of-another', 'publisher-of-another'],
  ['publisher-of-another', 'integrity-incomplete'],
  ['integrity-incomplete', 'protocol-above-host'],
  ['record-hash-in-upper-case', 'minimum-above-host'],
];

export const verifyOrder: readonly Case[] = [
  ...faults,
  ...pairs.map(([first, second]) =>
    ordered(`artifact/${first}-before-${second}`, proves, `artifact/${first}`, `artifact/${second}`),
  ),
];
