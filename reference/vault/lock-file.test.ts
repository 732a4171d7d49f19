import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '#spec/result.ts';
import { whileLocked } from './lock-file.ts';

let folder = '';
let path = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, 'file');
  lock = `${path}.lock`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const work = () => ok('done');
const refused = (detail: unknown) => ({ ok: false, failure: { code: 'vault.unwritable', path, detail } });

function attempt(more: { readonly lock?: string } = {}) {
  return whileLocked(path, work, { waitMs: 50, ...more });
}

/** A lock as it is written, with another process or host in it. */
function leaveLock(change: (owner: string) => string): void {
  const owner = whileLocked(path, () => ok(readFileSync(lock, 'utf8')));
  if (!owner.ok) throw new Error(owner.failure.code);
  writeFileSync(lock, change(owner.value));
}

function goneProcess(): string {
  return String(spawnSync(process.execPath, ['--version']).pid);
}

describe('a lock (VAULT-DISK)', () => {
  test('names its owner while the work is done, and is gone afterwards', () => {
    const owner = whileLocked(path, () => ok(readFileSync(lock, 'utf8')));
    expect(owner).toEqual(ok(expect.stringContaining(`${process.pid} ${hostname()}`)));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a process that is gone is taken over, and leaves nothing', () => {
    leaveLock((owner) => owner.replace(/^\d+/, goneProcess()));
    expect(attempt()).toEqual(ok('done'));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a process that runs is waited for, and reported with its owner and the way out', () => {
    leaveLock((owner) => owner);
    const detail = `another command (process ${process.pid} on ${hostname()}) holds ${lock}; if it is not running, delete that file`;
    expect(attempt()).toEqual(refused(detail));
    expect(existsSync(lock)).toBe(true);
  });

  test.each([
    ['of another host', (owner: string) => owner.replace(/^\d+ /, `${goneProcess()} elsewhere-`)],
    ['of another space of process ids', (owner: string) => `${owner.trim().replace(/^\d+/, goneProcess())}1\n`],
    ['that names nobody', () => ''],
    ['that names every process', (owner: string) => owner.replace(/^\d+/, '0')],
    ['that is too long', (owner: string) => `${owner.replace(/^\d+/, goneProcess())}${'x'.repeat(5000)}`],
  ])("%s is nobody else's to judge", (_, change) => {
    leaveLock(change);
    const before = readFileSync(lock);
    expect(attempt()).toEqual(refused(expect.stringContaining(lock)));
    expect(readFileSync(lock)).toEqual(before);
  });

  test('that another command is just taking over is left to it', () => {
    leaveLock((owner) => owner.replace(/^\d+/, goneProcess()));
    const [nonce] = /[0-9a-f]{16}/.exec(readFileSync(lock, 'utf8')) ?? [];
    writeFileSync(`${lock}.${nonce}.turn`, '');
    expect(attempt()).toMatchObject({ ok: false });
    expect(existsSync(lock)).toBe(true);
  });

  test('may stand elsewhere, and a refusal still names the file that would have changed', () => {
    const elsewhere = join(folder, 'other.lock');
    writeFileSync(elsewhere, '');
    expect(attempt({ lock: elsewhere })).toEqual(refused(expect.stringContaining(elsewhere)));
    expect(existsSync(lock)).toBe(false);
  });
});
