import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { whileHolding } from './lock-file.ts';
import { encodeOwner, isLost, newOwner, readOwner } from './lock-owner.ts';

let folder = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palyra-lock-'));
  lock = join(folder, 'state.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const gone = Number(spawnSync(process.execPath, ['--version']).pid);
const lostOwner = () => ({ ...newOwner(), process: gone });
const attempt = () => whileHolding(lock, 30, () => readOwner(lock)?.process);
const taken = { taken: true, value: process.pid };

test('a lock is there with its owner while the work is done, and nothing afterwards (STATE-LOCK)', () => {
  expect(attempt()).toEqual(taken);
  expect(readdirSync(folder)).toEqual([]);
  expect(() =>
    whileHolding(lock, 30, () => {
      throw new Error('work');
    }),
  ).toThrow('work');
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a process that is gone is taken over, through any number of others that died over it (STATE-LOCK)', () => {
  let owner = lostOwner();
  writeFileSync(lock, encodeOwner(owner));
  for (let times = 0; times < 3; times++) {
    const next = lostOwner();
    writeFileSync(`${lock}.${owner.nonce}.turn`, encodeOwner(next));
    owner = next;
  }
  expect(attempt()).toEqual(taken);
  expect(readdirSync(folder)).toEqual([]);
});

test('a turn of a process that runs is left to it (STATE-LOCK)', () => {
  const owner = lostOwner();
  writeFileSync(lock, encodeOwner(owner));
  writeFileSync(`${lock}.${owner.nonce}.turn`, encodeOwner(newOwner()));
  expect(attempt()).toEqual({ taken: false, owner: expect.stringContaining(String(gone)) });
  expect(readFileSync(lock, 'utf8')).toBe(encodeOwner(owner));
});

test.runIf(process.platform === 'linux')(
  'a process with the same id that began at another time is another (STATE-LOCK)',
  () => {
    expect(isLost(newOwner())).toBe(false);
    expect(isLost({ ...newOwner(), started: '1' })).toBe(true);
    expect(isLost({ ...newOwner(), started: '-' })).toBe(false);
    expect(isLost({ ...newOwner(), process: gone, host: 'elsewhere' })).toBe(false);
    expect(isLost({ ...newOwner(), process: gone, space: 'elsewhere' })).toBe(false);
  },
);

test('a lock that its holder lost meanwhile is not taken from its new owner (STATE-LOCK)', () => {
  const other = encodeOwner(newOwner());
  whileHolding(lock, 30, () => writeFileSync(lock, other));
  expect(readFileSync(lock, 'utf8')).toBe(other);
});

test('what those who are gone left beside a lock is swept, and what others need is not (STATE-SWEEP)', () => {
  const named = (digit: string) => `state.lock.${digit.repeat(16)}`;
  const files = {
    [named('1')]: encodeOwner(lostOwner()),
    [`${named('2')}.turn`]: '',
    [named('3')]: encodeOwner(newOwner()),
  };
  const kept = { other: '', 'state.lock.mine': 'not of a lock' };
  for (const [name, text] of Object.entries({ ...files, ...kept })) writeFileSync(join(folder, name), text);
  for (const name of [named('4'), `${named('5')}.turn`, 'state.lock.zzz']) mkdirSync(join(folder, name));
  expect(attempt()).toEqual(taken);
  const left = ['other', named('3'), named('4'), `${named('5')}.turn`, 'state.lock.mine', 'state.lock.zzz'];
  expect(readdirSync(folder)).toEqual(left);
});

test('as many turns as anybody can have left are passed, and a ring of them is not followed (STATE-LOCK)', () => {
  let owner = lostOwner();
  writeFileSync(lock, encodeOwner(owner));
  for (let times = 0; times < 500; times++) {
    const next = lostOwner();
    writeFileSync(`${lock}.${owner.nonce}.turn`, encodeOwner(next));
    owner = next;
  }
  expect(attempt()).toEqual(taken);
  expect(readdirSync(folder)).toEqual([]);
  const [first, second] = [lostOwner(), lostOwner()];
  writeFileSync(lock, encodeOwner(first));
  writeFileSync(`${lock}.${first.nonce}.turn`, encodeOwner(second));
  writeFileSync(`${lock}.${second.nonce}.turn`, encodeOwner(first));
  expect(attempt()).toMatchObject({ taken: false });
});
