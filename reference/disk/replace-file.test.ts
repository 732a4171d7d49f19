import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';

const calls: string[] = [];
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const names = new Map<number, string>();
  return {
    ...real,
    openSync: (path: string, ...rest: [string, number?]) => {
      const file = real.openSync(path, ...rest);
      names.set(file, real.fstatSync(file).isDirectory() ? 'folder' : 'temporary file');
      calls.push(`open ${names.get(file)}`);
      return file;
    },
    writeFileSync: (file: number, bytes: Uint8Array) => {
      calls.push(`write ${names.get(file)}`);
      real.writeFileSync(file, bytes);
    },
    fsyncSync: (file: number) => {
      calls.push(`fsync ${names.get(file)}`);
      real.fsyncSync(file);
    },
    renameSync: (from: string, to: string) => {
      calls.push('rename');
      real.renameSync(from, to);
    },
  };
});

const { replaceFile } = await import('./replace-file.ts');
const folder = mkdtempSync(join(tmpdir(), 'palyra-replace-'));

beforeEach(() => calls.splice(0));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(process.platform === 'win32')(
  'the bytes are on the disk before the name leads to them, and then the name is (TRUST-SAVE-ATOMIC, VAULT-DISK)',
  () => {
    const path = join(folder, 'file');
    replaceFile(path, Buffer.from('new'));
    expect(calls).toEqual([
      'open temporary file',
      'write temporary file',
      'fsync temporary file',
      'rename',
      'open folder',
      'fsync folder',
    ]);
    expect(readFileSync(path, 'utf8')).toBe('new');
  },
);
