import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolders } from './make-folders.ts';

const root = mkdtempSync(join(tmpdir(), 'palyra-folders-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const onPosix = test.skipIf(process.platform === 'win32');
const modeOf = (path: string) => statSync(path).mode & 0o777;

test('a folder is made with all those above it, and one that is there is left as it is', () => {
  const path = join(root, 'a', 'b', 'c');
  makeFolders(path);
  makeFolders(path);
  expect(statSync(path).isDirectory()).toBe(true);
  makeFolders('/');
});

onPosix('every folder that is made is private where that is asked for, and no other becomes so (VAULT-DISK)', () => {
  mkdirSync(join(root, 'open'));
  chmodSync(join(root, 'open'), 0o755);
  makeFolders(join(root, 'open', 'x', 'y'), 0o700);
  expect(['open', 'open/x', 'open/x/y'].map((path) => modeOf(join(root, path)))).toEqual([0o755, 0o700, 0o700]);
});

onPosix('a link to a folder is one; a file and a link to nothing are in the way', () => {
  symlinkSync(root, join(root, 'link'));
  makeFolders(join(root, 'link', 'behind'));
  expect(statSync(join(root, 'behind')).isDirectory()).toBe(true);
  writeFileSync(join(root, 'file'), '');
  symlinkSync(join(root, 'nothing'), join(root, 'dangling'));
  expect(() => makeFolders(join(root, 'file'))).toThrow('EEXIST');
  expect(() => makeFolders(join(root, 'file', 'below', 'it'))).toThrow('ENOTDIR');
  expect(() => makeFolders(join(root, 'dangling'))).toThrow('EEXIST');
  expect(() => makeFolders(join(root, 'x'.repeat(5000), 'y'))).toThrow('ENAMETOOLONG');
});

test.runIf(process.platform === 'linux').each(['/proc/x', '/proc/x/y'])(
  'where no folder can be made, that is said at once: %s',
  (path) => expect(() => makeFolders(path)).toThrow('ENOENT'),
);
