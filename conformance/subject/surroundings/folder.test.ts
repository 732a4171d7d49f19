import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from './folder.ts';
import { removeFolder } from './remove-folder.ts';

test('a folder goes with all that is in it, whatever its rights, and links lead nowhere', () => {
  const kept = makeFolder('usual');
  writeFileSync(join(kept.start, 'file'), '');
  const folder = makeFolder('usual');
  symlinkSync(kept.start, join(folder.start, 'link'));
  mkdirSync(join(folder.start, 'a', 'b'), { recursive: true });
  writeFileSync(join(folder.start, 'a', 'b', 'file'), '');
  chmodSync(join(folder.start, 'a', 'b'), 0);
  chmodSync(folder.start, 0);
  removeFolder(folder.root);
  expect(existsSync(folder.root)).toBe(false);
  expect(existsSync(join(kept.start, 'file'))).toBe(true);
  removeFolder(kept.root);
  removeFolder(kept.root);
});

test('a folder goes with all that is in it, far beyond the length of any path', () => {
  const folder = makeFolder('usual');
  const here = process.cwd();
  process.chdir(folder.temporary);
  const name = 'd'.repeat(60);
  for (let level = 0; level < 300; level++) {
    mkdirSync(name);
    if (level === 100) writeFileSync('file', '');
    process.chdir(name);
  }
  process.chdir(here);
  removeFolder(folder.root);
  expect(existsSync(folder.root)).toBe(false);
});

test('what stands in the place of a folder is not followed', () => {
  const kept = makeFolder('usual');
  writeFileSync(join(kept.start, 'file'), '');
  const folder = makeFolder('usual');
  removeFolder(folder.root);
  symlinkSync(kept.root, folder.root);
  removeFolder(folder.root);
  expect(existsSync(folder.root)).toBe(false);
  expect(existsSync(join(kept.start, 'file'))).toBe(true);
  removeFolder(kept.root);
});

test('unusual folders have a name that not every program can handle', () => {
  const folder = makeFolder('unusual');
  expect(dirname(folder.root)).toBe(tmpdir());
  expect(folder.root).toMatch(/ .*[^ -~]/);
  removeFolder(folder.root);
});
