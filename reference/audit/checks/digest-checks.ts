import type { FurtherCheck } from '#spec/audit.ts';
import { manifestEntry, type Names, provenanceEntry, signatureEntry } from '#spec/constants.ts';
import type { Inspection } from '../../artifact/inspect.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { parsePath } from '../../text/path.ts';
import { asciiLower } from '../../text/white-space.ts';
import type { CheckRecord } from '../audit.ts';
import { type Claims, type DocumentForm, provenanceForm, readClaims, sbomForm } from './document-claims.ts';
import { record } from './record.ts';

interface Kind {
  readonly check: FurtherCheck;
  readonly about: string;
  readonly entry: string;
  readonly form: DocumentForm;
}

/** AUD-SBOM-DIGESTS, AUD-PROVENANCE-DIGESTS: what the documents say of the entries is held against the entries. */
export function digestChecks(
  inspection: Inspection,
  { sbomEntry }: Names,
): readonly (readonly [FurtherCheck, CheckRecord])[] {
  const digests = describedDigests(inspection, sbomEntry);
  const kinds: readonly Kind[] = [
    { check: 'sbom_digests', about: 'bill of materials', entry: sbomEntry, form: sbomForm },
    { check: 'provenance_digests', about: 'provenance', entry: provenanceEntry, form: provenanceForm },
  ];
  return kinds.map((kind) => [kind.check, digestCheck(kind, inspection.entries.get(kind.entry), digests)]);
}

/** Of every entry but the manifest, the signature and the two documents; verification has compared them with the entries. */
function describedDigests({ manifest }: Inspection, sbomEntry: string): ReadonlyMap<string, string> {
  const apart = [manifestEntry, signatureEntry, sbomEntry, provenanceEntry];
  const digests = new Map<string, string>();
  for (const { path, sha256 } of manifest.integrity.files) {
    const name = parsePath(path);
    if (name.ok && !apart.includes(name.value)) digests.set(name.value, sha256);
  }
  return new Map([...digests].sort(([a], [b]) => compareBytes(a, b)));
}

function digestCheck(
  { check, about, form }: Kind,
  document: Uint8Array | undefined,
  digests: ReadonlyMap<string, string>,
): CheckRecord {
  const said: Claims | undefined = document === undefined ? new Map() : readClaims(document, form);
  // AUD-DIGESTS-DOUBT: what can be read in two ways, or is too long to be read, vouches for nothing.
  if (said === undefined) {
    const details = { wrong: [...digests.keys()], missing: [] };
    return record(check, 'fail', `The ${about} gives no digest for certain.`, details);
  }
  const wrong: string[] = [];
  const missing: string[] = [];
  for (const [name, digest] of digests) {
    const claimed = said.get(name) ?? [];
    if (claimed.length === 0) missing.push(name);
    else if (claimed.some((each) => typeof each !== 'string' || asciiLower(each) !== digest)) wrong.push(name);
  }
  const details = { wrong, missing };
  if (wrong.length > 0) {
    return record(check, 'fail', `The ${about} gives another digest for ${someOf(wrong)}.`, details);
  }
  if (missing.length > 0) {
    return record(check, 'warn', `The ${about} gives no digest for ${someOf(missing)}.`, details);
  }
  return record(check, 'pass', `The ${about} gives the digest of every entry.`, details);
}

const mostNamed = 5;

function someOf(names: readonly string[]): string {
  const named = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${named} and ${names.length - mostNamed} more` : named;
}
