import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fail, ok, type Result } from '#spec/result.ts';
import { changeState, readState } from './state.ts';
import { bytes, event, line, make, namesIn, ownRoot, seen, status, version } from './testing/host.ts';

const host = ownRoot();
const onPosix = describe.skipIf(process.platform === 'win32');
const index = () => seen(host.root, (now) => now.index());
const text = (found: Uint8Array | undefined) => (found === undefined ? undefined : Buffer.from(found).toString());

test('a host that has nothing is empty, and reading makes nothing (STATE-READ)', () => {
  const everything = seen(host.root, (now) =>
    ok([now.index(), now.trustStore(), now.hooks(), now.plugins(), now.pluginConfig('a'), now.metadata('a', '1.0.0')]),
  );
  expect(everything).toEqual(Array(6).fill(ok(undefined)));
  expect(seen(host.root, (now) => ok([now.statuses(), now.events(0n, 9), now.wrongLogLines()]))).toEqual(
    Array(3).fill(ok([])),
  );
  expect(seen(host.root, (now) => now.artifact('a', '1.0.0', 9))).toEqual({ kind: 'problem', detail: 'ENOENT' });
  expect(namesIn(dirname(host.path()))).toEqual([]);
});

test('everything that was changed is read back', () => {
  const added = version('acme.echo');
  const change = {
    index: bytes('index'),
    trustStore: bytes('store'),
    hooks: bytes('hooks'),
    plugins: bytes('plugins'),
    pluginConfigs: new Map([['acme.plugin', bytes('config')]]),
    addVersions: [added],
    statuses: [status('acme.echo')],
    events: [event('one')],
  };
  expect(make(host.root, change)).toEqual(ok('made'));
  const read = seen(host.root, (now) =>
    ok(
      [now.index(), now.trustStore(), now.hooks(), now.plugins(), now.pluginConfig('acme.plugin')].map(
        (file) => file.ok && text(file.value),
      ),
    ),
  );
  expect(read).toEqual(['index', 'store', 'hooks', 'plugins', 'config']);
  expect(seen(host.root, (now) => now.statuses())).toEqual(change.statuses);
  expect(seen(host.root, (now) => now.events(0n, 9))).toEqual([
    { ...event('one'), seq: 1n, payload: '{"event":"one"}' },
  ]);
  expect(seen(host.root, (now) => now.artifact('acme.echo', '1.0.0', 9))).toMatchObject({
    bytes: Buffer.from('artifact'),
  });
  expect(make(host.root, { pluginConfigs: new Map([['acme.plugin', undefined]]) })).toEqual(ok('made'));
  expect(seen(host.root, (now) => now.pluginConfig('acme.plugin'))).toBeUndefined();
});

test('what is refused by whoever decides changes nothing', () => {
  expect(make(host.root, { index: bytes('old') })).toEqual(ok('made'));
  const refusal = fail({ code: 'runner.disabled' });
  expect(changeState(host.root, () => refusal)).toEqual(refusal);
  expect(text(index())).toBe('old');
});

test('a mistake in what decides is thrown, and the lock given back', () => {
  const mistake = new Error('mistake');
  expect(() =>
    changeState(host.root, () => {
      throw mistake;
    }),
  ).toThrow(mistake);
  expect(make(host.root, {})).toEqual(ok('made'));
});

test('a reader that a change comes between begins anew, and sees one state (STATE-CONSISTENT)', () => {
  expect(make(host.root, { index: bytes('0'), statuses: [status('acme.echo', '0')] })).toEqual(ok('made'));
  let looks = 0;
  const read = seen(host.root, (now) => {
    const before = now.index();
    const next = String(++looks);
    if (looks < 3)
      expect(make(host.root, { index: bytes(next), statuses: [status('acme.echo', next)] })).toEqual(ok('made'));
    const statuses = now.statuses();
    return ok([before.ok && text(before.value), statuses.ok && statuses.value[0]?.status]);
  });
  expect(read).toEqual(['2', '2']);
});

test('a reader that changes never leave in peace keeps them from coming (STATE-CONSISTENT)', () => {
  expect(make(host.root, { index: bytes('0') })).toEqual(ok('made'));
  const made: string[] = [];
  const read = seen(host.root, (now) => {
    const before = now.index();
    const change = make(host.root, { index: bytes(String(made.length)) });
    made.push(change.ok ? 'made' : change.failure.code);
    return before;
  });
  expect(made).toEqual(['made', 'made', 'made', 'state.locked']);
  expect(text(read)).toBe('2');
});

onPosix('what stands in the place of a file is refused (STATE-READ)', () => {
  const files = ['skills/installed-index.json', 'hooks/bindings.json', 'data/journal.sqlite3', 'skills/audit.ndjson'];
  const look = (file: string) =>
    readState(host.root, (now) => {
      const parts: readonly Result<unknown>[] = [now.index(), now.hooks(), now.statuses(), now.wrongLogLines()];
      return parts[files.indexOf(file)] ?? ok(undefined);
    });
  const refused = (file: string) => ({ ok: false, failure: { code: 'state.unreadable', path: host.path(file) } });

  test.each(files)('a folder for %s', (file) => {
    mkdirSync(host.path(file), { recursive: true });
    expect(look(file)).toMatchObject(refused(file));
  });

  test.each(files)('a pipe for %s', (file) => {
    mkdirSync(dirname(host.path(file)), { recursive: true });
    spawnSync('mkfifo', [host.path(file)]);
    expect(look(file)).toMatchObject(refused(file));
    expect(make(host.root, { logLines: [line('x')], statuses: [status('a')] })).toMatchObject({
      ok: file.match(/index|hooks/) !== null,
    });
  });

  test('a file without end', () => {
    expect(make(host.root, { index: bytes('old') })).toEqual(ok('made'));
    truncateSync(host.path('skills/installed-index.json'), 2 ** 40);
    expect(look('skills/installed-index.json')).toMatchObject(refused('skills/installed-index.json'));
  });

  test('something else than a database', () => {
    mkdirSync(host.path('data'), { recursive: true });
    writeFileSync(host.path('data/journal.sqlite3'), 'x'.repeat(10_000));
    expect(look('data/journal.sqlite3')).toMatchObject(refused('data/journal.sqlite3'));
  });
});

onPosix('a root that cannot be written', () => {
  /** A privileged user may write anywhere, so somebody else has to look. */
  function asReader(work: () => void): void {
    const places = [dirname(host.path()), host.path(), ...namesIn(host.path()).map((name) => host.path(name))];
    for (const place of places) chmodSync(place, 0o555);
    const isPrivileged = process.geteuid?.() === 0;
    try {
      if (isPrivileged) process.seteuid?.(65_534);
      work();
    } finally {
      if (isPrivileged) process.seteuid?.(0);
      for (const place of places) chmodSync(place, 0o700);
    }
  }

  test('can be read, with its journal, and not be changed (STATE-CONSISTENT)', () => {
    expect(make(host.root, { index: bytes('old'), statuses: [status('a')] })).toEqual(ok('made'));
    asReader(() => {
      expect(seen(host.root, (now) => now.statuses())).toEqual([status('a')]);
      expect(text(index())).toBe('old');
      expect(make(host.root, { index: bytes('new') })).toMatchObject({ failure: { code: 'state.unwritable' } });
    });
  });

  test('cannot be read where a change has to be finished first (STATE-CONSISTENT)', () => {
    expect(make(host.root, { index: bytes('old') })).toEqual(ok('made'));
    renameSync(host.path('transaction.done.json'), host.path('transaction.json'));
    asReader(() => {
      expect(readState(host.root, (now) => now.index())).toMatchObject({ failure: { code: 'state.unfinished' } });
    });
    expect(text(index())).toBe('old');
  });
});

test('a lock is waited for, and then told with its owner (STATE-LOCK)', () => {
  expect(make(host.root, {})).toEqual(ok('made'));
  const inner = changeState(host.root, () => ok({ change: {}, value: make(host.root, { index: bytes('new') }) }));
  const owner = expect.stringContaining(String(process.pid));
  expect(inner).toMatchObject(
    ok({ ok: false, failure: { code: 'state.locked', path: host.path('state.lock'), owner } }),
  );
  expect(index()).toBeUndefined();
});

describe('a trust store elsewhere', () => {
  const elsewhere = () => join(dirname(host.path()), 'trust', 'store.json');

  test('is replaced with what has to happen around it', () => {
    const happened: string[] = [];
    const root = {
      ...host.root,
      trustStore: elsewhere(),
      aroundTrustStore: {
        before: (files: { readonly before: Uint8Array | undefined; readonly after: Uint8Array }) => {
          happened.push(`${text(files.before)} to ${text(files.after)}`);
          return ok(undefined);
        },
        after: (now: Uint8Array) => {
          happened.push(`${text(now)}, which is ${readFileSync(elsewhere(), 'utf8')}`);
          return ok(undefined);
        },
      },
    };
    for (const name of ['old', 'new']) expect(make(root, { trustStore: bytes(name) })).toEqual(ok('made'));
    expect(happened).toEqual(['undefined to old', 'old, which is old', 'old to new', 'new, which is new']);
    expect(namesIn(dirname(elsewhere()))).toEqual(['store.json']);
  });

  test.each(['before', 'after'])('that cannot be recorded %s it is left to the next command (STATE-COMMIT)', (when) => {
    const locked = fail({ code: 'vault.locked', detail: 'no passphrase' });
    const around = { before: () => ok(undefined), after: () => ok(undefined) };
    const root = { ...host.root, trustStore: elsewhere() };
    const change = { trustStore: bytes('new'), index: bytes('new') };
    const refused = make({ ...root, aroundTrustStore: { ...around, [when]: () => locked } }, change);
    expect(refused).toEqual(locked);
    // Whoever knows of no such store must not decide over this one.
    expect(readState(host.root, (now) => now.index())).toMatchObject({ failure: { code: 'state.unfinished' } });
    expect(text(seen({ ...root, aroundTrustStore: around }, (now) => now.index()))).toBe('new');
    expect(readFileSync(elsewhere(), 'utf8')).toBe('new');
  });
});

onPosix('the areas', () => {
  test('may be links to other disks', () => {
    const elsewhere = join(dirname(host.path()), 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(host.path());
    symlinkSync(elsewhere, host.path('skills'));
    expect(make(host.root, { index: bytes('new'), addVersions: [version('acme.echo')] })).toEqual(ok('made'));
    expect(text(index())).toBe('new');
    rmSync(elsewhere, { recursive: true });
  });
});
