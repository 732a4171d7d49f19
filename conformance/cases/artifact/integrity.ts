import type { IntegrityModel } from '#fixtures/artifact/integrity.ts';
import type { Case } from '../../case.ts';
import { insert, put, refusals } from '../../rows.ts';
import { both, type Change, mainModule, opened, withFiles } from './given.ts';

const proves = ['ART-INTEGRITY'] as const;
const listed = 'artifact/integrity-of-a-file';
const wrong = refusals(proves, listed, 'artifact.integrity-mismatch');
const wrongPath = refusals(['ART-INTEGRITY', 'PATH-NORMAL'], listed, 'artifact.invalid-path');
const integrity = ['artifact', 'integrity'] as const;
const record = [...integrity, 'records', 'docs/a'] as const;
const zeros = '0'.repeat(64);

export const integrityList: readonly Case[] = [
  opened(listed, proves, withFiles('docs/a')),
  opened('artifact/integrity-path-with-backslash', proves, withList({ records: { 'docs/a': { path: 'docs\\a' } } })),
  opened('artifact/integrity-path-with-blanks', proves, withList({ records: { 'docs/a': { path: ' docs/a\u3000' } } })),
  opened(
    'artifact/integrity-record-twice-right-last',
    proves,
    withList({ first: [{ path: 'docs/a', sha256: zeros }] }),
  ),
  wrong(
    'artifact/integrity-record-twice-wrong-last',
    insert([...integrity, 'last', 0], { path: 'docs/a', sha256: zeros }),
  ),
  wrong('artifact/integrity-hash-in-upper-case', put(record, { upperCase: true })),
  wrong('artifact/integrity-hash-of-another', put(record, { sha256: zeros })),
  wrong('artifact/integrity-hash-empty', put(record, { sha256: '' })),
  wrong('artifact/integrity-path-in-another-case', put(record, { path: 'docs/A' })),
  wrong('artifact/integrity-without-a-file', insert([...integrity, 'omit', 0], 'docs/a')),
  wrong('artifact/integrity-without-the-module', insert([...integrity, 'omit', 0], mainModule)),
  wrong('artifact/integrity-without-the-provenance', insert([...integrity, 'omit', 0], 'provenance.json')),
  wrong('artifact/integrity-without-the-sbom', (world) =>
    insert([...integrity, 'omit', 0], world.parameters.names.sbomEntry),
  ),
  wrong('artifact/integrity-of-nothing', (world) =>
    put([...integrity, 'omit'], ['docs/a', mainModule, 'provenance.json', world.parameters.names.sbomEntry]),
  ),
  wrong(
    'artifact/integrity-of-a-file-that-is-not-there',
    insert([...integrity, 'last', 0], { path: 'docs/b', sha256: zeros }),
  ),
  wrong('artifact/integrity-of-the-manifest', insert([...integrity, 'last', 0], { path: 'skill.toml', sha256: zeros })),
  wrong(
    'artifact/integrity-of-the-signature',
    insert([...integrity, 'last', 0], { path: 'signature.json', sha256: zeros }),
  ),
  wrongPath('artifact/integrity-path-climbs-out', put(record, { path: '../x' })),
  wrongPath('artifact/integrity-path-empty', put(record, { path: '' })),
  wrongPath(
    'artifact/integrity-path-of-nothing-absolute',
    insert([...integrity, 'first', 0], { path: '/x', sha256: zeros }),
  ),
];

function withList(knobs: Partial<IntegrityModel>): Change {
  return both(withFiles('docs/a'), (base) => ({ ...base, integrity: { ...base.integrity, ...knobs } }));
}
