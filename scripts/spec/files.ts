import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Complaint, Source } from '#spec/compile/complaint.ts';

const folders = ['spec', 'reference', 'conformance', 'fuzz', 'fixtures', 'scripts'];
const schemaFolder = 'spec/schemas';

/** Every text that may speak of a requirement, in byte order of the paths. */
export function readSources(root: string): readonly Source[] {
  const below = folders.flatMap((folder) => listFiles(root, folder));
  const documents = readdirSync(root).filter((name) => name.endsWith('.md'));
  const files = [...documents, ...below.filter((file) => /\.(?:ts|md)$/.test(file))];
  return files.sort().map((file) => readSource(root, file));
}

/** A file that does not exist has an empty text. */
export function readSource(root: string, file: string): Source {
  const path = join(root, file);
  return { file, text: existsSync(path) ? readFileSync(path, 'utf8') : '' };
}

/** Writes what changed, and deletes schemas that are no longer written. */
export function writeFiles(root: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    if (existsSync(join(root, file)) && readSource(root, file).text === text) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  for (const file of leftovers(root, files)) rmSync(join(root, file));
}

export function outdated(root: string, files: ReadonlyMap<string, string>): readonly Complaint[] {
  const remedy = 'run npm run spec';
  const changed = [...files].filter(([file, text]) => readSource(root, file).text !== text).map(([file]) => file);
  return [
    ...changed.map((file) => ({ file, line: 1, problem: 'this generated file is out of date', remedy })),
    ...leftovers(root, files).map((file) => ({
      file,
      line: 1,
      problem: 'nothing writes this schema any more',
      remedy,
    })),
  ];
}

function leftovers(root: string, files: ReadonlyMap<string, string>): readonly string[] {
  return listFiles(root, schemaFolder).filter((file) => !files.has(file));
}

function listFiles(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return entry.name === 'node_modules' ? [] : listFiles(root, path);
  });
}
