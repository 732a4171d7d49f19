import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, removeFolder } from './folder.ts';

test('a folder goes with all that is in it, whatever its rights, and links lead nowhere', () => {
  const kept = makeFolder('usual');
  writeFileSync(join(kept.start, 'file'), '');
  const folder = makeFolder('usual');
  symlinkSync(kept.start, join(folder.start, 'link'));
  mkdirSync(join(folder.start, 'a', 'b'), { recursive: true });
  writeFileSync(join(folder.start, 'a', 'b', 'file'), '');
  chmodSync(join(folder.start, 'a', 'b'), 0);
  chmodSync(folder.start, 0);
  removeFolder(folder);
  expect(existsSync(folder.root)).toBe(false);
  expect(existsSync(join(kept.start, 'file'))).toBe(true);
  removeFolder(kept);
  removeFolder(kept);
});

test('unusual folders have a name that not every program can handle', () => {
  const folder = makeFolder('unusual');
  expect(dirname(folder.root)).toBe(tmpdir());
  expect(folder.root).toMatch(/ .*[^ -~]/);
  removeFolder(folder);
});
