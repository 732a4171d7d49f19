import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { puppetFile, running } from '../testing/puppet.ts';

const holder = fileURLToPath(new URL('../testing/hold-subject.ts', import.meta.url));
const loader = import.meta.resolve('tsx');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palyra-test-'));
});
afterAll(() => {
  const left = readdirSync(folder);
  rmSync(folder, { recursive: true });
  expect(left).toEqual([]);
});

let last = process.pid * 1000;

test.skipIf(process.platform === 'win32').concurrent.each([
  ['exit', undefined, { code: 0, signal: null }],
  ['wait', 'SIGTERM', { code: null, signal: 'SIGTERM' }],
  ['wait', 'SIGINT', { code: null, signal: 'SIGINT' }],
  ['other-listener', 'SIGTERM', { code: 7, signal: null }],
] as const)('nothing outlives a runner that ends in the middle: %s %s', async (ending, signal, left) => {
  const sleep = `8${++last}`;
  const start = `
    processes.spawn('sleep', ['${sleep}'], { detached: true, stdio: 'inherit' });
    on.end = never;
  `;
  const runner = spawn(
    process.execPath,
    ['--conditions=palyra-source', '--import', loader, holder, ending, folder, process.execPath, puppetFile, start],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const exit = once(runner, 'exit');
  if (signal !== undefined) {
    await once(runner.stdout, 'data');
    expect(running(sleep)).toBeGreaterThan(0);
    runner.kill(signal);
  }
  const [code, by] = await exit;
  expect({ code, signal: by }).toEqual(left);
  expect(running(sleep)).toBe(0);
});
