import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadTrustStore, saveTrustStore } from './file.ts';
import { emptyTrustStore, type TrustStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'palyra-trust-'));
const path = join(folder, 'deep', 'trust-store.json');
const key = '0f'.repeat(32);
const store: TrustStore = { trustedPublishers: new Map([['acme', [key]]]), tofuPublishers: new Map([['zeta', key]]) };

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a saved store loads as what was saved (TRUST-SAVE)', () => {
  expect(saveTrustStore(path, store)).toMatchObject({ ok: true });
  expect(loadTrustStore(path)).toEqual({ ok: true, value: store });
});

test('the bytes are pretty JSON with sorted names and no newline at the end (TRUST-SAVE)', () => {
  const unsorted: TrustStore = {
    trustedPublishers: new Map([
      ['zeta', [key.toUpperCase()]],
      [' acme ', [key, key]],
    ]),
    tofuPublishers: new Map(),
  };
  saveTrustStore(path, unsorted);
  const list = `[\n      "${key}"\n    ]`;
  expect(readFileSync(path, 'utf8')).toBe(
    `{\n  "trusted_publishers": {\n    "acme": ${list},\n    "zeta": ${list}\n  },\n  "tofu_publishers": {}\n}`,
  );
});

test('an empty store is written with both of its maps (TRUST-SAVE)', () => {
  saveTrustStore(path, emptyTrustStore);
  expect(readFileSync(path, 'utf8')).toBe('{\n  "trusted_publishers": {},\n  "tofu_publishers": {}\n}');
});

test('a store that cannot be normalised leaves the file as it was (TRUST-SAVE)', () => {
  saveTrustStore(path, store);
  const before = readFileSync(path);
  const bad: TrustStore = { ...store, tofuPublishers: new Map([['ACME', key]]) };
  expect(saveTrustStore(path, bad)).toMatchObject({ failure: { code: 'trust.store-publisher' } });
  expect(readFileSync(path)).toEqual(before);
});

test('saving leaves no temporary file behind, whether it succeeds or not (TRUST-SAVE-ATOMIC)', () => {
  saveTrustStore(path, store);
  expect(readdirSync(join(folder, 'deep'))).toEqual(['trust-store.json']);
  const blocked = join(folder, 'deep', 'blocked');
  mkdirSync(join(blocked, 'inner'), { recursive: true });
  expect(saveTrustStore(blocked, store)).toMatchObject({ failure: { code: 'trust.store-unwritable' } });
  expect(readdirSync(join(folder, 'deep')).sort()).toEqual(['blocked', 'trust-store.json']);
});

test('a saved store is for its owner alone (TRUST-SAVE-ATOMIC)', () => {
  saveTrustStore(path, store);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('where nothing can be found there is an empty store, and nothing is written (TRUST-STORE-EMPTY)', () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'file'), 'x');
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
  for (const missing of [path, join(folder, 'file', 'below'), join(folder, 'dangling')]) {
    expect(loadTrustStore(missing)).toEqual({ ok: true, value: emptyTrustStore });
    expect(existsSync(missing)).toBe(false);
  }
});

test('a folder in place of the store is unreadable (TRUST-STORE-UNREADABLE)', () => {
  mkdirSync(path, { recursive: true });
  expect(loadTrustStore(path)).toMatchObject({
    failure: { code: 'trust.store-unreadable', detail: 'it is not a file' },
  });
});
