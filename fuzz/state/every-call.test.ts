import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeState, type StateChange, type StateRoot } from '#reference/state/state.ts';
import { ok, type Result } from '#spec/result.ts';
import { afterwards, beforehand, changes } from './changes.ts';
import { type FaultKind, onFaultyDisk, type Played, writes } from './faulty-disk.ts';
import { describeHost, hostAt } from './host.ts';
import { PowerLoss } from './power-loss.ts';

const kinds: readonly FaultKind[] = ['error', 'late', 'full', 'dead', 'power', 'reordered'];
/** Of the calls of one change, for each kind of fault; `dead` has its turn at every one. */
const mostTried = Number(process.env['PALYRA_STATE_FAULTS'] ?? 8);
const seed = Number(process.env['PALYRA_SEED'] ?? 1);

const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'palyra-state-faults-'));
const graveyard = join(scratch, 'graveyard');
const template = join(scratch, 'template');
const gone = String(spawnSync(process.execPath, ['--version']).pid);

beforeAll(() => {
  mkdirSync(template);
  expect(make(hostAt(join(template, 'root')), beforehand)).toEqual(ok('made'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function make(root: StateRoot, change: StateChange): Result<'made'> {
  return changeState(root, () => ok({ change, value: 'made' as const }));
}

function freshHost(): StateRoot {
  const place = join(scratch, 'host');
  for (const folder of [place, graveyard]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(graveyard);
  cpSync(template, place, { recursive: true, verbatimSymlinks: true });
  return hostAt(join(place, 'root'));
}

/** Its locks name this process, which plays on; those of a dead one name nobody who runs. */
function endProcess({ folder }: StateRoot): void {
  for (const name of readdirSync(folder).filter((other) => other.startsWith('state.lock'))) {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, gone));
  }
}

interface Outcome {
  readonly state: string;
  readonly played: Played<Result<'made'>>;
}

function play(change: StateChange, kind: FaultKind, at: number): Outcome {
  const root = freshHost();
  const place = { root: join(scratch, 'host'), graveyard };
  const played = onFaultyDisk(place, { kind, at }, () => make(root, change));
  endProcess(root);
  return { state: describeHost(root, 'forgiven'), played };
}

interface Second {
  readonly killed: number;
  readonly kind: FaultKind;
  readonly at: number;
}

/** One process is killed, and the one that comes after it has a fault of its own. The power forgets what either wrote. */
function playAgain(change: StateChange, { killed, kind, at }: Second) {
  const root = freshHost();
  const place = { root: join(scratch, 'host'), graveyard };
  const losses = new PowerLoss(place.root, graveyard);
  onFaultyDisk({ ...place, losses }, { kind: 'dead', at: killed }, () => make(root, change));
  endProcess(root);
  const { calls } = onFaultyDisk({ ...place, losses }, { kind, at }, () => make(root, {}));
  endProcess(root);
  return { root, state: describeHost(root, 'forgiven'), calls: calls.length };
}

function laterThan(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index + 1);
}

/** A sample that holds the first and the last, and is another one for another seed. */
function sampleOf(all: readonly number[], most: number): readonly number[] {
  if (all.length <= most) return all;
  let random = seed;
  const chosen = new Set([0, all.length - 1]);
  while (chosen.size < most) {
    random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
    chosen.add(random % all.length);
  }
  return all.filter((_, index) => chosen.has(index));
}

const accepted: ReadonlySet<string | undefined> = new Set([
  'state.unwritable',
  'state.unreadable',
  'state.unfinished',
  'state.locked',
]);

describe.each(Object.entries(changes))('%s', (_, change) => {
  let old = '';
  let made = '';
  let later = { old: '', made: '' };
  let calls: readonly string[] = [];
  let decided = 0;
  let writers: ReadonlySet<number> = new Set();

  beforeAll(() => {
    const root = freshHost();
    old = describeHost(root);
    expect(make(root, afterwards)).toEqual(ok('made'));
    later = { ...later, old: describeHost(root) };
    const other = freshHost();
    const where = { root: join(scratch, 'host'), graveyard };
    const isWriter = new Set<number>();
    const clean = onFaultyDisk(
      where,
      undefined,
      () => make(other, change),
      (at, name, given) => {
        if (writes(name, given)) isWriter.add(at);
        if (name === 'renameSync' && String(given[1]).endsWith('/transaction.json')) decided = at;
      },
    );
    expect(clean.value).toEqual(ok('made'));
    [calls, writers] = [clean.calls, isWriter];
    made = describeHost(other);
    expect(make(other, afterwards)).toEqual(ok('made'));
    later = { ...later, made: describeHost(other) };
    expect(made).not.toBe(old);
  });

  test.each(kinds)(
    'is finished by a later process, whatever that one meets: %s (STATE-COMMIT, STATE-RECOVERY)',
    (kind) => {
      expect(decided).toBeGreaterThan(0);
      for (const killed of sampleOf(laterThan(decided, calls.length), 2)) {
        const count = playAgain(change, { killed, kind: 'dead', at: Number.MAX_SAFE_INTEGER }).calls;
        for (const at of sampleOf(laterThan(0, count), Math.ceil(mostTried / 3))) {
          const where = `killed at call ${killed} of ${calls.length}, then ${kind} at call ${at} of ${count}`;
          const { state, root } = playAgain(change, { killed, kind, at });
          // Of a name that never reached the disk, the power leaves nothing.
          expect(kind === 'power' || kind === 'reordered' ? [old, made] : [made], where).toContain(state);
          expect(make(root, afterwards), where).toEqual(ok('made'));
          expect(describeHost(root), where).toBe(state === old ? later.old : later.made);
        }
      }
    },
  );

  test.each(kinds)('is made or not made, whatever call meets this: %s (STATE-ATOMIC, STATE-RECOVERY)', (kind) => {
    const all = calls.map((_, index) => index + 1).filter((at) => kind !== 'full' || writers.has(at));
    const sample = sampleOf(all, kind === 'dead' ? all.length : mostTried);
    // And the calls by which it is decided, whatever the sample.
    const tried = all.filter((at) => sample.includes(at) || (at >= decided - 1 && at <= decided + 3));
    for (const at of tried) {
      const { state, played } = play(change, kind, at);
      const where = `${kind} at call ${at} of ${calls.length}, ${calls[at - 1]}`;
      expect([old, made], where).toContain(state);
      const answer = played.value;
      if (answer?.ok === true) expect(state, where).toBe(made);
      if (answer?.ok === false && kind !== 'dead') {
        expect(accepted, where).toContain(answer.failure.code);
        if (kind === 'full') expect(JSON.stringify(answer.failure), where).toContain('ENOSPC');
        if (answer.failure.code !== 'state.unfinished') expect(state, where).toBe(old);
      }
      const root = hostAt(join(scratch, 'host', 'root'));
      const next = make(root, afterwards);
      expect(next, `${where}: ${JSON.stringify(next)} ${state.slice(0, 300)}`).toEqual(ok('made'));
      expect(describeHost(root), where).toBe(state === old ? later.old : later.made);
    }
    expect(tried.length).toBeGreaterThan(0);
  });
});
