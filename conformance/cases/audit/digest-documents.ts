import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import { mainModule } from './given.ts';

export const asset = 'assets/readme.txt';

/** The right digest of an entry, by its path. */
export type Digests = Readonly<Record<string, string>>;

export interface Document {
  readonly check: 'sbom_digests' | 'provenance_digests';
  readonly field: 'sbom' | 'provenance';
  readonly requirement: RequirementId;
  /** The list of what is given for names, as the text of its elements. */
  readonly list: (elements: readonly string[], more?: string) => string;
  readonly element: (name: string, digest: string) => string;
}

export const sbom: Document = {
  check: 'sbom_digests',
  field: 'sbom',
  requirement: 'AUD-SBOM-DIGESTS',
  list: (elements, more = '') =>
    `{"bomFormat":"CycloneDX","specVersion":"1.6",${more}"components":[${elements.join(',')}]}`,
  element: (name, digest) => `{"name":"${name}","hashes":[{"alg":"SHA-256","content":${digest}}]}`,
};

export const provenance: Document = {
  check: 'provenance_digests',
  field: 'provenance',
  requirement: 'AUD-PROVENANCE-DIGESTS',
  list: (elements, more = '') => `{"builder":{"id":"x"},${more}"subject":[${elements.join(',')}]}`,
  element: (name, digest) => `{"name":"${name}","digest":{"sha256":${digest}}}`,
};

export type Row = readonly [
  id: string,
  status: 'pass' | 'warn' | 'fail',
  text: (digests: Digests, document: Document) => string,
  lists?: { readonly wrong?: readonly string[]; readonly missing?: readonly string[] },
];

export const other = `"${'0'.repeat(64)}"`;
export const all = [asset, mainModule];
export const both = (digests: Digests, { element }: Document) => all.map((name) => element(name, `"${digests[name]}"`));
export const first = (digests: Digests, { element }: Document) => element(asset, `"${digests[asset]}"`);
export const second = (digests: Digests, { element }: Document) => element(mainModule, `"${digests[mainModule]}"`);
