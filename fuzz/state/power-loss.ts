import { dirname, join } from 'node:path';
import { disk } from './real-disk.ts';

interface NameChange {
  readonly folders: readonly string[];
  readonly undo: () => void;
}

/**
 * What a disk may have lost when the power goes: the bytes of every file since it was last flushed, and every name that
 * was made, changed or deleted in a folder since that folder was.
 */
export class PowerLoss {
  readonly #files = new Map<number, Buffer>();
  #names: NameChange[] = [];
  readonly #root: string;
  readonly #graveyard: string;
  #isThere = false;
  #kept = 0;

  /** `graveyard` is a folder on the same disk that nobody looks into. */
  constructor(root: string, graveyard: string) {
    this.#root = root;
    this.#graveyard = graveyard;
  }

  before(name: string, given: readonly unknown[]): void {
    const [first, second] = given;
    if (name === 'writeSync' || name === 'ftruncateSync' || name === 'writeFileSync') this.#keepBytes(first);
    if (name === 'openSync' || name === 'writeFileSync') this.#isThere = typeof first !== 'string' || isThere(first);
    if (name === 'unlinkSync' || name === 'rmSync') this.#keepName(String(first));
    if (name === 'renameSync') this.#keepName(String(second));
  }

  after(name: string, given: readonly unknown[], value: unknown): void {
    const [first, second] = given.map(String) as [string, string];
    if (name === 'openSync' && !this.#isThere) {
      this.#files.set(disk.fstatSync(Number(value)).ino, Buffer.alloc(0));
      this.#made(first);
    }
    if (name === 'writeFileSync' && !this.#isThere) {
      this.#files.set(disk.statSync(first).ino, Buffer.alloc(0));
      this.#made(first);
    }
    if (name === 'mkdirSync' || name === 'mkdtempSync') this.#made(name === 'mkdirSync' ? first : String(value));
    if (name === 'symlinkSync' || name === 'linkSync') this.#made(second);
    if (name === 'rmdirSync') {
      this.#changed([first], () => {
        if (isThere(dirname(first))) disk.mkdirSync(first);
      });
    }
    if (name === 'renameSync') {
      this.#changed([first, second], () => {
        if (isThere(second) && isThere(dirname(first))) disk.renameSync(second, first);
      });
    }
  }

  flushed(file: number): void {
    const state = disk.fstatSync(file);
    this.#files.delete(state.ino);
    if (!state.isDirectory()) return;
    const folder = disk.readlinkSync(`/proc/self/fd/${file}`);
    this.#names = this.#names
      .map(({ folders, undo }) => ({ folders: folders.filter((other) => other !== folder), undo }))
      .filter(({ folders }) => folders.length > 0);
  }

  /** `inPart`: of what was written to a file since, the first half is there. */
  strike(inPart: boolean): void {
    const names = new Map<number, string[]>();
    for (const { undo } of this.#names.toReversed()) undo();
    collect(this.#root, names);
    for (const [inode, bytes] of this.#files) {
      for (const path of names.get(inode) ?? []) {
        const now = disk.readFileSync(path);
        const half = Math.ceil(Math.max(now.length, bytes.length) / 2);
        const kept = Buffer.concat([now.subarray(0, half), bytes.subarray(half)]);
        disk.writeFileSync(path, inPart ? kept : bytes);
      }
    }
  }

  #keepBytes(file: unknown): void {
    const path = typeof file === 'number' ? `/proc/self/fd/${file}` : String(file);
    if (!isThere(path) || !disk.statSync(path).isFile()) return;
    const { ino } = disk.statSync(path);
    if (!this.#files.has(ino)) this.#files.set(ino, disk.readFileSync(path));
  }

  /** A second name keeps the file, so that the first can come back. */
  #keepName(path: string): void {
    if (!isThere(path) || disk.lstatSync(path).isDirectory()) return;
    const kept = join(this.#graveyard, String(this.#kept++));
    if (disk.lstatSync(path).isSymbolicLink()) disk.symlinkSync(disk.readlinkSync(path), kept);
    else disk.linkSync(path, kept);
    this.#changed([path], () => {
      if (!isThere(path) && isThere(dirname(path))) disk.renameSync(kept, path);
    });
  }

  #made(path: string): void {
    this.#changed([path], () => disk.rmSync(path, { recursive: true, force: true }));
  }

  #changed(paths: readonly string[], undo: () => void): void {
    const folders = paths.map((path) => disk.realpathSync(dirname(path)));
    this.#names.push({ folders, undo });
  }
}

function isThere(path: string): boolean {
  return disk.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function collect(folder: string, names: Map<number, string[]>): void {
  for (const name of disk.readdirSync(folder)) {
    const path = join(folder, name);
    const state = disk.lstatSync(path);
    if (state.isDirectory()) collect(path, names);
    if (!state.isFile()) continue;
    names.set(state.ino, [...(names.get(state.ino) ?? []), path]);
  }
}
