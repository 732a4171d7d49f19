import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { PowerLoss } from './power-loss.ts';
import { real } from './real-disk.ts';

/**
 * What goes wrong at one call. `error`: it fails and does nothing. `late`: it does its work and says that it failed.
 * `full`: from then on nothing can be written, and of this write the first half is. `dead`: the process is gone, so this
 * call and all later ones do nothing. `power`: as `dead`, and what was not flushed is lost. `reordered`: as `power`, but
 * what was written to files is lost only in part.
 */
export type FaultKind = 'error' | 'late' | 'full' | 'dead' | 'power' | 'reordered';

export interface Fault {
  readonly kind: FaultKind;
  /** Counted from 1. */
  readonly at: number;
}

export interface DiskPlace {
  readonly root: string;
  /** A folder on the same disk for what the play has to keep. */
  readonly graveyard: string;
  /** What an earlier process had not flushed, where the power goes only later. */
  readonly losses?: PowerLoss;
}

export interface Played<T> {
  readonly value: T | undefined;
  readonly calls: readonly string[];
}

type Call = (...given: unknown[]) => unknown;
type Disk = Record<string, Call>;

/** Runs `work` with every call to node:fs counted, those of the database driver too, and one of them failing. */
export function onFaultyDisk<T>(
  place: DiskPlace,
  fault: Fault | undefined,
  work: () => T,
  see: (at: number, name: string, given: readonly unknown[]) => void = () => {},
): Played<T> {
  const calls: string[] = [];
  const open = new Set<number>();
  const losesPower = fault?.kind === 'power' || fault?.kind === 'reordered';
  const losses = place.losses ?? (losesPower ? new PowerLoss(place.root, place.graveyard) : undefined);
  let isWatching = false;
  // What keeps the books reads and writes too, and is nobody's call.
  const watch = (work: () => void) => {
    isWatching = true;
    try {
      work();
    } finally {
      isWatching = false;
    }
  };
  const track = (name: string, given: unknown[], call: Call): unknown => {
    // Nothing is gained by waiting for a disk whose failures are played.
    if (name === 'fsyncSync') {
      watch(() => losses?.flushed(Number(given[0])));
      return undefined;
    }
    watch(() => losses?.before(name, given));
    const value = call(...given);
    if (name === 'openSync') open.add(Number(value));
    if (name === 'closeSync') open.delete(Number(given[0]));
    watch(() => losses?.after(name, given, value));
    return value;
  };
  const play = (name: string, given: unknown[]): unknown => {
    const call = real[name] as Call;
    if (isWatching || isElsewhere(given[0])) return call(...given);
    calls.push(name);
    see(calls.length, name, given);
    if (fault === undefined || calls.length < fault.at) return track(name, given, call);
    if (fault.kind === 'full') {
      if (!writes(name, given)) return track(name, given, call);
      if (calls.length === fault.at) writeHalf(name, given);
      throw problem('ENOSPC', name);
    }
    if (fault.kind === 'error' || fault.kind === 'late') {
      if (calls.length > fault.at) return track(name, given, call);
      // Nobody can close a file twice.
      if (fault.kind === 'late' || name === 'closeSync') track(name, given, call);
      throw problem('EIO', name);
    }
    throw problem('EDEAD', name);
  };
  const disk = fs as unknown as Disk;
  let value: T | undefined;
  try {
    for (const name of Object.keys(real)) disk[name] = (...given) => play(name, given);
    syncBuiltinESMExports();
    value = work();
  } finally {
    for (const [name, call] of Object.entries(real)) disk[name] = call as Call;
    syncBuiltinESMExports();
    for (const file of open) (real['closeSync'] as Call)(file);
    if (losesPower) losses?.strike(fault.kind === 'reordered');
  }
  return { value, calls };
}

/** Output, and what tells one process from another, are no part of the state. */
function isElsewhere(first: unknown): boolean {
  if (typeof first === 'number') return first <= 2;
  return typeof first !== 'string' || first.startsWith('/proc/') || first.includes('node_modules');
}

const writing: ReadonlySet<string> = new Set([
  'writeSync',
  'writeFileSync',
  'mkdirSync',
  'mkdtempSync',
  'linkSync',
  'symlinkSync',
  'renameSync',
]);

export function writes(name: string, given: readonly unknown[]): boolean {
  if (name !== 'openSync') return writing.has(name);
  const flags = given[1];
  return typeof flags === 'number' ? (flags & fs.constants.O_CREAT) !== 0 : /[wa]/.test(String(flags));
}

function writeHalf(name: string, given: unknown[]): void {
  if (name === 'writeSync') {
    const [file, bytes, offset, length, position] = given as [number, Uint8Array, number, number, number];
    (real['writeSync'] as Call)(file, bytes, offset, length >> 1, position);
  }
  if (name === 'writeFileSync') {
    const bytes = Buffer.from(given[1] as Uint8Array);
    (real['writeFileSync'] as Call)(given[0], bytes.subarray(0, bytes.length >> 1), given[2]);
  }
}

function problem(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: played at ${syscall}`), { code, syscall });
}
