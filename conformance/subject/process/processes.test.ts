import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { listFromPs, listProcesses } from './processes.ts';

const hasPs = spawnSync('ps', ['-A']).status === 0;

test.skipIf(process.platform === 'win32')('this process is seen as its parent sees it', () => {
  const row = listProcesses().find(({ pid }) => pid === process.pid);
  expect(row).toMatchObject({ parent: process.ppid });
  expect(row?.born).toBeGreaterThan(0);
});

test.skipIf(!hasPs)('ps tells what the rest of Unix has to go by', () => {
  const before = Date.now();
  const listed = listFromPs().find(({ pid }) => pid === process.pid);
  const known = listProcesses().find(({ pid }) => pid === process.pid);
  expect(listed).toMatchObject({ parent: process.ppid, group: known?.group });
  expect(listed?.born).toBeLessThanOrEqual(before);
  expect(listed?.born).toBeGreaterThan(before - 24 * 3600 * 1000);
});
