import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ok, type Result } from '#spec/result.ts';
import { type AroundReplacement, readState } from './state.ts';
import { bytes, make, ownRoot, seen, status, version } from './testing/host.ts';
import { encodeTransaction, parseTransaction, sha256Of, type Transaction } from './transaction.ts';

const host = ownRoot();
const onPosix = describe.skipIf(process.platform === 'win32');
const unreadable = (name: string) => ({ failure: { code: 'state.unreadable', path: host.path(name) } });

function everything(): readonly Result<unknown>[] {
  const read = readState(host.root, (now) =>
    ok([now.index(), now.trustStore(), now.hooks(), now.plugins(), now.pluginConfig('acme.echo'), now.statuses()]),
  );
  return read.ok ? read.value : [read];
}

onPosix('a link that leads nowhere is not the same as nothing (STATE-READ)', () => {
  test.each(['skills', 'hooks', 'plugins', 'data'])('in the place of %s', (area) => {
    expect(make(host.root, { index: bytes('i'), statuses: [status('a', 'quarantined')] })).toEqual(ok('made'));
    rmSync(host.path(area), { recursive: true, force: true });
    symlinkSync('/not/mounted', host.path(area));
    expect(everything()).toMatchObject([unreadable(area)]);
    expect(make(host.root, { index: bytes('new') })).toMatchObject(unreadable(area));
  });

  test.each([
    'skills/installed-index.json',
    'skills/trust-store.json',
    'hooks/bindings.json',
    'plugins/bindings.json',
    'plugins/acme.echo/config.json',
    'plugins/acme.echo',
    'data/journal.sqlite3',
  ])('in the place of %s', (name) => {
    mkdirSync(dirname(host.path(name)), { recursive: true });
    symlinkSync('/not/mounted', host.path(name));
    const refused = everything().filter((part) => !part.ok);
    expect(refused).toMatchObject([unreadable(name)]);
  });

  test.each(['root', 'above'])('in the place of the %s', (which) => {
    const link = which === 'root' ? host.path() : join(dirname(host.path()), 'link');
    symlinkSync('/not/mounted', link);
    const root = { ...host.root, folder: which === 'root' ? link : join(link, 'root') };
    const refused = { failure: { code: 'state.unreadable', path: link } };
    expect(readState(root, (now) => now.index())).toMatchObject(refused);
    expect(make(root, { index: bytes('new') })).toMatchObject(refused);
  });
});

test('a file in the place of a folder of the root is told as what it is (STATE-READ)', () => {
  expect(make(host.root, { index: bytes('old') })).toEqual(ok('made'));
  writeFileSync(host.path('data'), 'hi');
  expect(everything()).toMatchObject([unreadable('data')]);
  expect(make(host.root, { index: bytes('new') })).toMatchObject(unreadable('data'));
});

onPosix('a pipe is not waited for (STATE-READ)', () => {
  test.each(['transaction.done.json', 'transaction.json', 'data/journal.sqlite3-wal'])('in the place of %s', (name) => {
    expect(make(host.root, { statuses: [status('a')] })).toEqual(ok('made'));
    rmSync(host.path(name), { force: true });
    spawnSync('mkfifo', [host.path(name)]);
    expect(everything()).toMatchObject([unreadable(name)]);
    expect(make(host.root, { index: bytes('new') })).toMatchObject(unreadable(name));
  });
});

test('what is sealed and no JSON was made by somebody else, and stays (STATE-RECOVERY)', () => {
  expect(make(host.root, {})).toEqual(ok('made'));
  for (const body of ['x', '{', '']) {
    const sealed = Buffer.from(`${sha256Of(body)}\n${body}\n`);
    expect(parseTransaction(sealed)).toBe('strange');
    writeFileSync(host.path('transaction.json'), sealed);
    expect(make(host.root, {})).toMatchObject(unreadable('transaction.json'));
    expect(readFileSync(host.path('transaction.json'))).toEqual(sealed);
  }
});

describe('a transaction that names a place that no change has is left, and nothing is done (STATE-PATHS)', () => {
  const [name, other] = ['0123456789abcdef', 'fedcba9876543210'];
  const staged = `skills/.staging/${name}`;
  const aside = `skills/.staging/${other}`;
  const target = 'skills/acme.echo/1.0.0';
  const sha256 = '0'.repeat(64);
  const steps: readonly Transaction['steps'][number][] = [
    { do: 'delete-file', target: 'evil/keep' },
    { do: 'delete-file', target: 'vault/vault.key' },
    { do: 'delete-file', target: 'skills/installed-index.json' },
    { do: 'delete-file', target: 'skills/acme.echo/config.json' },
    { do: 'remove-folder', target: 'evil/d', aside: 'evil/e' },
    { do: 'remove-folder', target: 'evil/d', aside },
    { do: 'remove-folder', target, aside: 'evil/e' },
    { do: 'remove-folder', target: 'skills/acme.echo', aside },
    { do: 'remove-folder', target: 'skills/.staging/1.0.0', aside },
    { do: 'place-folder', staged: 'skills/.staging/../x', target, aside },
    { do: 'place-folder', staged: 'evil/x', target, aside },
    { do: 'place-folder', staged: 'skills/acme.echo/2.0.0', target, aside },
    { do: 'place-folder', staged, target: 'plugins/acme.echo/1.0.0', aside },
    { do: 'place-folder', staged, target: 'skills/acme.echo/current', aside },
    { do: 'replace', staged, target: 'vault/vault.key', sha256 },
    { do: 'replace', staged, target: 'state.lock', sha256 },
    { do: 'replace', staged, target: 'skills/trust-store.json', sha256 },
    { do: 'replace', staged: 'vault/vault.key', target: 'hooks/bindings.json', sha256 },
    { do: 'link', folder: 'evil', to: '1.0.0', staged },
    { do: 'link', folder: 'skills/.staging', to: '1.0.0', staged },
    { do: 'link', folder: 'skills/acme.echo', to: 'passwd', staged },
    { do: 'trust-store', staged: 'audit.ndjson', path: 'skills/trust-store.json', sha256 },
  ];

  test.each(steps.map((step) => [JSON.stringify(step), step] as const))('%s', (_, step) => {
    expect(make(host.root, { addVersions: [version('acme.echo')] })).toEqual(ok('made'));
    writeFileSync(host.path('transaction.json'), encodeTransaction({ id: 'x', steps: [step] }));
    expect(make(host.root, {})).toMatchObject(unreadable('transaction.json'));
  });

  test('and so is one that takes for a trust store what was not prepared for it', () => {
    const trustStore = join(dirname(host.path()), 'store.json');
    const aroundTrustStore: AroundReplacement = { before: () => ok(undefined), after: () => ok(undefined) };
    const root = { ...host.root, trustStore, aroundTrustStore };
    expect(make(root, { trustStore: bytes('old') })).toEqual(ok('made'));
    const planted = join(dirname(trustStore), `other.${name}`);
    writeFileSync(planted, 'precious');
    const step = { do: 'trust-store', staged: `other.${name}`, path: trustStore, sha256 } as const;
    writeFileSync(host.path('transaction.json'), encodeTransaction({ id: 'x', steps: [step] }));
    expect(make(root, {})).toMatchObject({ ok: false });
    expect(readFileSync(planted, 'utf8')).toBe('precious');
  });
});

describe('a change that is refused leaves no folder behind (STATE-ATOMIC)', () => {
  const fileAndFolder = { a: '', 'a/b': '' };

  test('of a skill', () => {
    expect(make(host.root, { addVersions: [version('acme.echo', '1.0.0', fileAndFolder)] })).toMatchObject({
      failure: { code: 'state.unwritable' },
    });
    expect(readdirSync(host.path('skills'))).toEqual(['.staging']);
  });

  test('of a plugin, or of a skill that only gets a link', () => {
    const change = {
      pluginConfigs: new Map([['acme.plugin', bytes('config')]]),
      currentLinks: new Map([['a', '1.0.0']]),
    };
    mkdirSync(host.path('hooks/bindings.json'), { recursive: true });
    mkdirSync(host.path('hooks/.staging'));
    rmSync(host.path('hooks/.staging'), { recursive: true });
    writeFileSync(host.path('hooks/.staging'), '');
    expect(make(host.root, { ...change, hooks: bytes('hooks') })).toMatchObject({ ok: false });
    expect(existsSync(host.path('plugins/acme.plugin'))).toBe(false);
    expect(existsSync(host.path('skills/a'))).toBe(false);
  });
});

test('a folder that a decided change needs is made again, wherever it was interrupted (STATE-COMMIT)', () => {
  const change = { addVersions: [version('acme.echo')], currentLinks: new Map([['acme.echo', '1.0.0']]) };
  const pluginConfigs = new Map([['acme.plugin', bytes('config')]]);
  expect(make(host.root, { ...change, pluginConfigs })).toEqual(ok('made'));
  renameSync(host.path('transaction.done.json'), host.path('transaction.json'));
  expect(Buffer.from(seen(host.root, (now) => now.pluginConfig('acme.plugin')) ?? []).toString()).toBe('config');
});
