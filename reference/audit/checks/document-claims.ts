import { auditLimits } from '#spec/audit.ts';
import { parseJson } from '#spec/json/parse.ts';
import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';

/** The digests that a document gives for an entry, by its name; anything but a text is wrong as it stands. */
export type Claims = ReadonlyMap<string, readonly Json[]>;

export interface DocumentForm {
  /** The keys that are read, by their paths; a star stands for any place in a list. */
  readonly places: readonly (readonly string[])[];
  readonly claims: (document: Json) => Claims;
}

export const sbomForm: DocumentForm = {
  places: [
    ['components'],
    ['components', '*', 'name'],
    ['components', '*', 'hashes'],
    ['components', '*', 'hashes', '*', 'alg'],
    ['components', '*', 'hashes', '*', 'content'],
  ],
  claims: sbomClaims,
};

export const provenanceForm: DocumentForm = {
  places: [['subject'], ['subject', '*', 'name'], ['subject', '*', 'digest'], ['subject', '*', 'digest', 'sha256']],
  claims: provenanceClaims,
};

/** AUD-DIGESTS-DOUBT: nothing where a key that is read stands there twice, or there is too much to be read. */
export function readClaims(document: Uint8Array, { places, claims }: DocumentForm): Claims | undefined {
  if (document.length > auditLimits.documentBytes) return undefined;
  const json = parseJson(document);
  if (!json.ok) return undefined;
  const isRead = (path: readonly string[]) => places.some((place) => isAt(place, path));
  return json.repeated.some(isRead) ? undefined : claims(json.value);
}

function isAt(place: readonly string[], path: readonly string[]): boolean {
  return place.length === path.length && place.every((step, depth) => step === '*' || step === path[depth]);
}

/** Of CycloneDX: `components[]`, each with a `name` and `hashes[]` of `alg` and `content`. */
function sbomClaims(document: Json): Claims {
  const claims = new Map<string, Json[]>();
  for (const component of listIn(document, 'components')) {
    const name = memberOf(component, 'name');
    if (typeof name !== 'string') continue;
    const hashes = listIn(component, 'hashes').filter((hash) => memberOf(hash, 'alg') === 'SHA-256');
    add(
      claims,
      name,
      hashes.map((hash) => memberOf(hash, 'content') ?? null),
    );
  }
  return claims;
}

/** Of an in-toto statement: `subject[]`, each with a `name` and a `digest` by algorithm. */
function provenanceClaims(document: Json): Claims {
  const claims = new Map<string, Json[]>();
  for (const subject of listIn(document, 'subject')) {
    const name = memberOf(subject, 'name');
    const digest = memberOf(memberOf(subject, 'digest'), 'sha256');
    if (typeof name === 'string' && digest !== undefined) add(claims, name, [digest]);
  }
  return claims;
}

function add(claims: Map<string, Json[]>, name: string, digests: readonly Json[]): void {
  const known = claims.get(name);
  if (known === undefined) claims.set(name, [...digests]);
  else for (const digest of digests) known.push(digest);
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  return value !== undefined && isJsonObject(value) ? value.get(key) : undefined;
}

function listIn(value: Json, key: string): readonly Json[] {
  const list = memberOf(value, key);
  return list !== undefined && isJsonArray(list) ? list : [];
}
