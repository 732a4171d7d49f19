import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { committedFixtures } from '#fixtures/committed.ts';
import { assembleWat } from './fixtures/assemble-wat.ts';
import { compileGuests } from './fixtures/compile-guests.ts';

const help = `Rebuilds fixtures/bytes/ from the recipes beside it, the modules in fixtures/guests/ from their sources, and those
that cases write as text.

  npm run fixtures                      write every file, and the list of their hashes
  npm run fixtures:check                write nothing; complain about every file that differs

Leaves with 1 when a file differs, with 2 when the options make no sense.
`;

/** Files that are built, and how to tell them from what they are built of. */
interface BuiltFolder {
  readonly path: string;
  readonly isBuilt: (file: string) => boolean;
  readonly build: () => ReadonlyMap<string, Uint8Array> | Promise<ReadonlyMap<string, Uint8Array>>;
}

const list = 'SHA256SUMS';

const folders: readonly BuiltFolder[] = [
  { path: join('fixtures', 'bytes'), isBuilt: () => true, build: committedFixtures },
  {
    path: join('fixtures', 'guests'),
    isBuilt: (file) => file.endsWith('.wasm') || file.startsWith('generated/') || file === list,
    build: compileGuests,
  },
  { path: join('fixtures', 'wasm', 'generated'), isBuilt: () => true, build: assembleWat },
];

async function main(): Promise<number> {
  const options = readOptions();
  if (options === undefined || options.help) {
    (options === undefined ? process.stderr : process.stdout).write(help);
    return options === undefined ? 2 : 0;
  }
  const complaints: string[] = [];
  for (const folder of folders) {
    const wanted = withList(await folder.build());
    if (!options.check) await write(folder, wanted);
    else complaints.push(...(await compare(folder, wanted)));
  }
  for (const complaint of complaints) console.error(complaint);
  return complaints.length > 0 ? 1 : 0;
}

/** In the form that `sha256sum --check` reads. */
function withList(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const lines = [...files].map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
  return new Map([...files, [list, Buffer.from(lines.join(''))]]);
}

async function write({ path: folder, isBuilt }: BuiltFolder, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const path of (await filesBelow(folder)).filter(isBuilt)) await rm(join(folder, path));
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

async function compare(
  { path: folder, isBuilt }: BuiltFolder,
  wanted: ReadonlyMap<string, Uint8Array>,
): Promise<readonly string[]> {
  const there = (await filesBelow(folder)).filter(isBuilt);
  const unwanted = there.filter((path) => !wanted.has(path));
  const complaints = unwanted.map((path) => `${join(folder, path)} has no recipe`);
  for (const [path, bytes] of wanted) {
    const file = join(folder, path);
    if (!there.includes(path)) complaints.push(`${file} is missing`);
    else if (Buffer.compare(bytes, await readFile(file)) !== 0) complaints.push(`${file} differs from its recipe`);
  }
  return complaints;
}

async function filesBelow(root: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return files.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  } catch {
    return [];
  }
}

function readOptions(): { readonly check: boolean; readonly help: boolean } | undefined {
  try {
    const options = {
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    } as const;
    return parseArgs({ options }).values;
  } catch {
    return undefined;
  }
}

process.exitCode = await main();
