import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface PackageFile {
  /** Where it goes in an export. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** The files of this package that an export holds as they are. */
export function* packageFiles(): Generator<PackageFile> {
  for (const name of ['requirements.json', 'reasons.json']) yield file(name, `spec/${name}`);
  for (const name of schemaNames()) yield file(`schemas/${name}`, `spec/schemas/${name}`);
  yield file('schemas/vector.schema.json', 'conformance/export/files/vector.schema.json');
  for (const name of ['README.md', 'run_vectors.py']) yield file(name, `conformance/export/files/${name}`);
}

function file(path: string, source: string): PackageFile {
  return { path, content: readFileSync(new URL(source, root)) };
}

function schemaNames(): readonly string[] {
  const names = readdirSync(new URL('spec/schemas', root), { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.json'))
    .toSorted();
}

/** The folder of package.json: two folders up from the sources, three from what they compile to. */
const root =
  ['../../', '../../../']
    .map((path) => new URL(path, import.meta.url))
    .find((folder) => existsSync(new URL('package.json', folder))) ?? new URL('../../', import.meta.url);
