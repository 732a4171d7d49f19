import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { committedFixtures } from '#fixtures/committed.ts';

const help = `Rebuilds fixtures/bytes/ from the recipes beside it.

  npm run fixtures                      write every file, and the list of their hashes
  npm run fixtures:check                write nothing; complain about every file that differs

Leaves with 1 when a file differs, with 2 when the options make no sense.
`;

const folder = join('fixtures', 'bytes');
const list = 'SHA256SUMS';

async function main(): Promise<number> {
  const options = readOptions();
  if (options === undefined || options.help) {
    (options === undefined ? process.stderr : process.stdout).write(help);
    return options === undefined ? 2 : 0;
  }
  const wanted = withList(committedFixtures());
  if (!options.check) {
    await write(wanted);
    return 0;
  }
  const complaints = await compare(wanted);
  for (const complaint of complaints) console.error(complaint);
  return complaints.length > 0 ? 1 : 0;
}

/** In the form that `sha256sum --check` reads. */
function withList(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const lines = [...files].map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
  return new Map([...files, [list, Buffer.from(lines.join(''))]]);
}

async function write(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

async function compare(wanted: ReadonlyMap<string, Uint8Array>): Promise<readonly string[]> {
  const there = await filesBelow(folder);
  const complaints = there.filter((path) => !wanted.has(path)).map((path) => `${path} has no recipe`);
  for (const [path, bytes] of wanted) {
    if (!there.includes(path)) complaints.push(`${path} is missing`);
    else if (Buffer.compare(bytes, await readFile(join(folder, path))) !== 0)
      complaints.push(`${path} differs from its recipe`);
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
