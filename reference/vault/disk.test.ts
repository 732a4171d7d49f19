import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { ok } from '#spec/result.ts';
import { readVaultFile } from './disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'vault-disk-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const world = vi.hoisted(() => ({ afterTheFirstLook: () => {} }));
vi.mock('../disk/read-file.ts', async (original) => {
  const { readRegularFile } = await original<typeof import('../disk/read-file.ts')>();
  return {
    readRegularFile: (path: string, limit: number) => {
      const read = readRegularFile(path, limit);
      world.afterTheFirstLook();
      return read;
    },
  };
});

test('a file that another command makes right after the look for it is read (VAULT-DISK)', () => {
  const path = join(folder, 'vault.key');
  world.afterTheFirstLook = () => writeFileSync(path, 'made since');
  expect(readVaultFile(path)).toEqual(ok(Buffer.from('made since')));
});
