import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fail, ok } from '#spec/result.ts';
import { readState } from './state.ts';
import { bytes, line, make, namesIn, ownRoot, seen, status, version } from './testing/host.ts';
import { encodeTransaction, parseTransaction, type Transaction } from './transaction.ts';

const host = ownRoot();
const index = () => seen(host.root, (now) => now.index());

test('what is put in place is all prepared when the change is decided (STATE-STAGED)', () => {
  const prepared: unknown[] = [];
  const stop = fail({ code: 'vault.locked', detail: 'stopped' });
  const aroundTrustStore = {
    before: () => {
      const { steps } = JSON.parse(readFileSync(host.path('transaction.json'), 'utf8').slice(65)) as Transaction;
      for (const step of steps) {
        if (step.do === 'place-folder') prepared.push([step.do, namesIn(host.path(step.staged)).length]);
        if (step.do === 'replace') prepared.push([step.do, readFileSync(host.path(step.staged), 'utf8')]);
        if (step.do === 'trust-store')
          prepared.push([step.do, readFileSync(host.path('skills/.staging', step.staged), 'utf8')]);
      }
      return stop;
    },
    after: () => ok(undefined),
  };
  const change = { trustStore: bytes('store'), index: bytes('index'), hooks: bytes('hooks') };
  expect(make({ ...host.root, aroundTrustStore }, change)).toEqual(stop);
  expect(prepared).toEqual([
    ['trust-store', 'store'],
    ['replace', 'hooks'],
    ['replace', 'index'],
  ]);
  expect(index()).toEqual(Buffer.from('index'));
});

test('what processes that are gone had prepared is cleared away by the next change (STATE-SWEEP)', () => {
  expect(make(host.root, { index: bytes('old'), hooks: bytes('h'), plugins: bytes('p') })).toEqual(ok('made'));
  const gone = spawnSync(process.execPath, ['--version']).pid;
  mkdirSync(host.path('skills/.staging/half/of/a/version'), { recursive: true });
  for (const left of [
    'hooks/.staging/x',
    'plugins/.staging/x',
    'skills/.staging/half/of/it',
    'transaction.json.tmp.1.a',
    `state.lock.0123456789abcdef`,
    `state.lock.0123456789abcdef.turn`,
  ]) {
    writeFileSync(host.path(left), `${gone} cut off`);
  }
  const kept = ['mine.txt', 'skills/mine.txt'];
  for (const mine of kept) writeFileSync(host.path(mine), '');
  expect(make(host.root, {})).toEqual(ok('made'));
  expect(['skills', 'hooks', 'plugins'].flatMap((area) => readdirSync(host.path(area, '.staging')))).toEqual([]);
  const left = readdirSync(host.path()).filter((name) => !['data', 'hooks', 'plugins', 'skills'].includes(name));
  expect(left).toEqual(['mine.txt', 'transaction.done.json']);
  expect(existsSync(host.path('skills/mine.txt'))).toBe(true);
});

test.each([
  ['nothing', ''],
  ['half of it', 'half'],
  ['something else', 'x'.repeat(64)],
])('a transaction of which there is %s was never decided, and is moved aside (STATE-RECOVERY)', (_, torn) => {
  expect(make(host.root, { index: bytes('old') })).toEqual(ok('made'));
  const whole = readFileSync(host.path('transaction.done.json'));
  const left = torn === 'half' ? whole.subarray(0, whole.length - 20) : Buffer.from(torn);
  writeFileSync(host.path('transaction.json'), left);
  expect(index()).toEqual(Buffer.from('old'));
  expect(readFileSync(host.path('transaction.json.torn'))).toEqual(left);
});

test('a finished change that is found again is made again, and nothing is twice (STATE-RECOVERY)', () => {
  const change = {
    index: bytes('index'),
    addVersions: [version('acme.echo')],
    removeVersions: [{ skillId: 'acme.old', version: '1.0.0' }],
    currentLinks: new Map([['acme.echo', '1.0.0']]),
    logLines: [line('a'), line('b')],
    statuses: [status('acme.echo')],
  };
  expect(make(host.root, { addVersions: [version('acme.old')] })).toEqual(ok('made'));
  expect(make(host.root, change)).toEqual(ok('made'));
  const before = namesIn(host.path('skills'));
  for (let times = 0; times < 2; times++) {
    renameSync(host.path('transaction.done.json'), host.path('transaction.json'));
    expect(make(host.root, {})).toEqual(ok('made'));
  }
  expect(namesIn(host.path('skills'))).toEqual(before);
  expect(readFileSync(host.path('skills/audit.ndjson'), 'utf8').split('\n').length).toBe(3);
});

test('a change that cannot be finished since somebody took away what it needs says so, and keeps saying it (STATE-COMMIT)', () => {
  expect(make(host.root, { index: bytes('index') })).toEqual(ok('made'));
  renameSync(host.path('transaction.done.json'), host.path('transaction.json'));
  rmSync(host.path('skills/installed-index.json'));
  const unfinished = { failure: { code: 'state.unfinished', path: host.path('skills/installed-index.json') } };
  for (let times = 0; times < 2; times++) {
    expect(make(host.root, { hooks: bytes('new') })).toMatchObject(unfinished);
    expect(readState(host.root, (now) => now.hooks())).toMatchObject(unfinished);
  }
});

const strange: readonly unknown[] = [
  null,
  { id: 'x' },
  { id: 'x', steps: [null] },
  { id: 'x', steps: [{ do: 'dance' }] },
  { id: 'x', steps: [{ do: 'delete-file', target: '../../etc/passwd' }] },
  { id: 'x', steps: [{ do: 'delete-file', target: '/etc/passwd' }] },
  { id: 'x', steps: [{ do: 'replace', staged: 'a', target: 'skills/../../b', sha256: '' }] },
  { id: 'x', steps: [{ do: 'place-folder', staged: 'skills\\..\\a', target: 'b', aside: 'c' }] },
  { id: 'x', steps: [{ do: 'link', folder: 'skills/a', to: '../../b', staged: 'c' }] },
  { id: 'x', steps: [{ do: 'trust-store', staged: '../a', path: '/etc/passwd', sha256: '' }] },
  { id: 'x', steps: [{ do: 'append', before: -1, lines: '' }] },
  { id: 'x', steps: [{ do: 'rows', statuses: [{ detectedAtMs: '1' }], events: [] }] },
  { id: 'x', steps: [{ do: 'rows', statuses: [], events: [{ payload: {} }] }] },
];

test.each(strange.map((value) => [JSON.stringify(value), value]))(
  'a transaction that this program did not write is left, and nothing is done: %s (STATE-RECOVERY, STATE-PATHS)',
  (_, value) => {
    const encoded = encodeTransaction(value as Transaction);
    expect(parseTransaction(encoded)).toBe('strange');
    expect(make(host.root, {})).toEqual(ok('made'));
    writeFileSync(host.path('transaction.json'), encoded);
    expect(make(host.root, {})).toMatchObject({ failure: { code: 'state.unreadable' } });
    expect(readFileSync(host.path('transaction.json'))).toEqual(Buffer.from(encoded));
  },
);

test('a transaction that is sealed and no JSON is strange too (STATE-RECOVERY)', () => {
  const body = 'x';
  const encoded = encodeTransaction({ id: 'x', steps: [] });
  expect(parseTransaction(encoded)).toEqual({ id: 'x', steps: [] });
  const digest = 'x'.repeat(64);
  expect(parseTransaction(Buffer.from(`${digest}\n${body}\n`))).toBe('torn');
});
