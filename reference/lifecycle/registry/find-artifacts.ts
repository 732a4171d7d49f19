import { type Dirent, opendirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { artifactExtension } from '#spec/constants.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { diskProblem } from '../../disk/problem.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { parsePath } from '../../text/path.ts';
import { asciiLower } from '../../text/white-space.ts';
import { mostEntries } from './build-index.ts';

/** REG-BULK */
const most = { files: 100_000, levels: 32 };

/**
 * REG-SCAN: the artifacts below a folder, by their paths in it and in byte order. A link is followed nowhere, so that nothing
 * outside the folder is offered, and no walk comes round to where it began.
 */
export function findArtifacts(folder: string): Result<readonly string[]> {
  if (!isFolder(folder)) return fail({ code: 'registry.missing', path: folder });
  const found: string[] = [];
  const waiting: string[] = [''];
  let looked = 0;
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    if (below.split('/').length > most.levels) return tooLarge('levels of folders', most.levels);
    const listed = list(join(folder, below), most.files - looked);
    if (!listed.ok) return listed;
    looked += listed.value.length;
    if (looked > most.files) return tooLarge('files and folders', most.files);
    for (const entry of listed.value) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      // What it holds cannot be found out by this name.
      if (entry.isDirectory() && entry.name.includes('\ufffd')) return fail({ code: 'registry.bad-name', path });
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile() && isArtifactName(entry.name)) found.push(path);
    }
    if (found.length > mostEntries) return fail({ code: 'registry.too-many', limit: mostEntries });
  }
  const unnameable = found.find((path) => !isNameable(path));
  if (unnameable !== undefined) return fail({ code: 'registry.bad-name', path: unnameable });
  return ok(found.sort(compareBytes));
}

/** An extension has something in front of it. */
function isArtifactName(name: string): boolean {
  return name.length > artifactExtension.length && asciiLower(name).endsWith(artifactExtension);
}

/** REG-NAMES: whoever reads the path in an index finds this file, and no other. */
function isNameable(path: string): boolean {
  const parsed = parsePath(path);
  return parsed.ok && parsed.value === path && !unspeakable.test(path);
}

/** Node puts U+FFFD where a name is not UTF-8. */
const unspeakable = /[\p{Cc}\p{Surrogate}\ufffd]/u;

/** No more than one beyond the limit, whatever a folder holds. */
function list(folder: string, limit: number): Result<readonly Dirent[]> {
  const entries: Dirent[] = [];
  try {
    const handle = opendirSync(folder);
    try {
      for (let entry = handle.readSync(); entry !== null && entries.length <= limit; entry = handle.readSync()) {
        entries.push(entry);
      }
    } finally {
      handle.closeSync();
    }
    return ok(entries);
  } catch (error) {
    return fail({ code: 'registry.unreadable', path: folder, detail: diskProblem(error) });
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function tooLarge(what: 'files and folders' | 'levels of folders', limit: number) {
  return fail({ code: 'registry.too-large', what, limit });
}
