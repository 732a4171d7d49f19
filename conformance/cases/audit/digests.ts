import { createHash } from 'node:crypto';
import type { World } from '#fixtures/world.ts';
import { bytesOf } from '#fixtures/zip/content.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../case.ts';
import { accepted } from '../../rows.ts';
import { asset, type Digests, type Document, provenance, type Row, sbom } from './digest-documents.ts';
import { doubtful, missing, rows } from './digest-rows.ts';
import { ofProvenance, ofProvenanceMissing, ofSbom, ofSbomMissing } from './digest-rows-of-one.ts';
import { record } from './expected.ts';
import { verdict } from './further-rows.ts';
import { having, mainModule, of, skill } from './given.ts';
import { stamped } from './modules.ts';

export const digestCases: readonly Case[] = [sbom, provenance].flatMap((document) => {
  const cased = (proves: RequirementId) => (row: Row) => caseOf(document, proves, row);
  return [
    ...[...rows, ...(document === sbom ? ofSbom.slice(2) : ofProvenance.slice(2))].map(cased(document.requirement)),
    ...[...missing, ...(document === sbom ? ofSbomMissing : ofProvenanceMissing)].map(cased('AUD-DIGESTS-MISSING')),
    ...[...doubtful, ...(document === sbom ? ofSbom : ofProvenance).slice(0, 2)].map(cased('AUD-DIGESTS-DOUBT')),
  ];
});

function caseOf(document: Document, proves: RequirementId, [id, status, text, lists = {}]: Row): Case {
  const given = of((base, world) => ({
    ...having(() => [['main.wasm', stamped(world)]])(base, world),
    assets: [{ path: 'readme.txt', bytes: `of ${world.skillId}` }],
    [document.field]: text(digestsOf(world), document),
  }));
  const { wrong = [], missing = [] } = lists;
  const { check } = document;
  return accepted(`audit/${check.replace('_', '-')}-${id}`, [proves], given, {
    value: () => ({ ...verdict(status), further: { [check]: [record(check, status, { wrong, missing })] } }),
  });
}

function digestsOf(world: World): Digests {
  const module = skill(world).modules[0]?.bytes ?? '';
  return { [mainModule]: sha256(bytesOf(module)), [asset]: sha256(Buffer.from(`of ${world.skillId}`)) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
