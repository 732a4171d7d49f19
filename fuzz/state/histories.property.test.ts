import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyIndex } from '#reference/lifecycle/index/installed-index.ts';
import { step } from '#reference/lifecycle/step/step.ts';
import type { LifecycleEvent, LifecycleState } from '#reference/lifecycle/step/types.ts';
import type { StateRoot } from '#reference/state/state.ts';
import { onFaultyDisk } from './faulty-disk.ts';
import { hostAt } from './host.ts';
import { command, policy, recordsOnDisk, stateOnDisk } from './shell.ts';

const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'palyra-histories-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The driver of the database reads its own code when it is first asked, and that is no call of a host. */
beforeAll(() => {
  mkdirSync(join(scratch, 'first'));
  const root = hostAt(join(scratch, 'first', 'root'));
  const event = {
    kind: 'quarantine',
    skillId: 'acme.a',
    version: '1.0.0',
    reason: null,
    principal: 'user:local',
  } as const;
  expect(command(root, event, 0n)).toMatchObject({ ok: true });
});
const gone = String(spawnSync(process.execPath, ['--version']).pid);

/** What a host ought to know, and the events that its journal ought to have. */
interface Model {
  state: LifecycleState;
  events: number;
  nowUnixMs: bigint;
}

interface Host {
  readonly root: StateRoot;
  readonly place: { readonly root: string; readonly graveyard: string };
}

type HostCommand = fc.Command<Model, Host>;

/** Of the commands that were killed and would have changed something. */
const fates = { happened: 0, undone: 0 };

function advance(model: Model, event: LifecycleEvent): void {
  const next = step(model.state, policy, event, model.nowUnixMs);
  if (!next.ok) return;
  model.state = next.value.state;
  model.events += next.value.journal.length;
}

/** A command that comes to its end, or is refused; either way the disk says what the model says. */
class Whole implements HostCommand {
  readonly #event: LifecycleEvent;

  constructor(event: LifecycleEvent) {
    this.#event = event;
  }

  check(): boolean {
    return true;
  }

  run(model: Model, { root }: Host): void {
    model.nowUnixMs++;
    const expected = step(model.state, policy, this.#event, model.nowUnixMs);
    const done = command(root, this.#event, model.nowUnixMs);
    if (expected.ok) expect(done).toMatchObject({ ok: true, value: { result: expected.value.result } });
    else expect(done).toEqual(expected);
    advance(model, this.#event);
    agree(model, root);
  }

  toString(): string {
    return JSON.stringify(this.#event, plain);
  }
}

/** One whose process dies at one of its calls to the disk: it has happened, or it has not. */
class Killed implements HostCommand {
  readonly #event: LifecycleEvent;
  readonly #at: number;

  constructor(event: LifecycleEvent, at: number) {
    this.#event = event;
    this.#at = at;
  }

  check(): boolean {
    return true;
  }

  run(model: Model, { root, place }: Host): void {
    model.nowUnixMs++;
    const { nowUnixMs } = model;
    onFaultyDisk(place, { kind: 'dead', at: this.#at }, () => command(root, this.#event, nowUnixMs));
    endProcess(root);
    const found = stateOnDisk(root);
    const before = { ...model };
    if (!found.ok) throw new Error(found.failure.code);
    advance(model, this.#event);
    const hasHappened = text(found.value) === text(model.state);
    if (!hasHappened) Object.assign(model, before);
    if (text(before.state) !== text(found.value)) fates.happened++;
    else if (!hasHappened) fates.undone++;
    agree(model, root);
  }

  toString(): string {
    return `killed at ${this.#at}: ${JSON.stringify(this.#event, plain)}`;
  }
}

/** Its locks name this process, which goes on; those of a dead one name nobody who runs. */
function endProcess({ folder }: StateRoot): void {
  for (const name of existsSync(folder) ? readdirSync(folder).filter((each) => each.startsWith('state.lock')) : []) {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, gone));
  }
}

function agree(model: Model, root: StateRoot): void {
  const found = stateOnDisk(root);
  if (!found.ok) throw new Error(found.failure.code);
  expect(text(found.value)).toBe(text(model.state));
  expect(recordsOnDisk(root)).toEqual({ ok: true, value: { events: model.events, wrong: 0 } });
  for (const { skillId, version, current } of found.value.index.entries) {
    const folder = join(root.folder, 'skills', skillId);
    expect(readFileSync(join(folder, version, 'artifact.palyra-skill'), 'utf8')).toBe(`${skillId}@${version}`);
    if (current) expect(readlinkSync(join(folder, 'current'))).toBe(version);
  }
}

const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
const text = ({ index, statuses }: LifecycleState) => JSON.stringify({ index, statuses }, plain);

const someSkill = fc.constantFrom('acme.a', 'acme.b');
const someVersion = fc.constantFrom('1.0.0', '1.9.0', '1.10.0');
const named = { skillId: someSkill, version: fc.option(someVersion), principal: fc.constant('user:local') };
const someReason = fc.constantFrom(null, 'because', ' ');

const someInstall = fc
  .record({ kind: fc.constantFrom('install', 'update'), skillId: someSkill, version: someVersion, sound: fc.boolean() })
  .map(({ kind, skillId, version, sound }): LifecycleEvent => {
    const source = { kind: 'local_artifact', reference: 'a.palyra-skill' };
    const digests = { artifactSha256: 'a'.repeat(64), payloadSha256: 'b'.repeat(64), signatureKeyId: 'ed25519:00' };
    const record = {
      skillId,
      version,
      publisher: 'acme',
      ...digests,
      trustDecision: 'allowlisted',
      source,
      missingSecrets: [],
    };
    return { kind, record, audit: { passed: sound, shouldQuarantine: !sound, quarantineReasons: [], checks: [] } };
  });
const someEvent: fc.Arbitrary<LifecycleEvent> = fc.oneof(
  { weight: 3, arbitrary: someInstall },
  fc.record({ kind: fc.constant('remove' as const), skillId: someSkill, version: fc.option(someVersion) }),
  fc.record({ kind: fc.constant('quarantine' as const), ...named, reason: someReason }),
  fc.record({ kind: fc.constant('enable' as const), ...named, reason: someReason, override: fc.boolean() }),
);

test('whatever is done, refused or killed half-way, the disk holds what the state machine says (STATE-COMMIT, STATE-RECOVERY)', () => {
  let hosts = 0;
  const some = fc.commands(
    [
      someEvent.map((event): HostCommand => new Whole(event)),
      fc.tuple(someEvent, fc.nat(120)).map(([event, at]): HostCommand => new Killed(event, at + 1)),
    ],
    { maxCommands: 12 },
  );
  const property = fc.property(some, (commands) => {
    const place = { root: join(scratch, `host-${hosts++}`), graveyard: join(scratch, 'graveyard') };
    for (const folder of [place.root, place.graveyard]) mkdirSync(folder, { recursive: true });
    const model: Model = {
      state: { index: emptyIndex, statuses: [], nextReauditUnixMs: null },
      events: 0,
      nowUnixMs: 1_750_000_000_000n,
    };
    fc.modelRun(() => ({ model, real: { root: hostAt(join(place.root, 'root')), place } }), commands);
    rmSync(place.root, { recursive: true, force: true });
  });
  fc.assert(property, { numRuns: 60 });
  expect(Math.min(fates.happened, fates.undone)).toBeGreaterThan(0);
}, 120_000);
