import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'palyra-subject-'));
afterAll(() => rmSync(folder, { recursive: true }));

const program = ['--conditions=palyra-source', '--import', 'tsx', 'scripts/palyra-ref.ts', 'subject'];
const hello = { type: 'hello', protocol: { min: 1, max: 1 }, nonce: 'n', blobs: { inputs: folder, outputs: folder } };
const call = (id: number) => ({ type: 'call', id, op: 'trust.load', input: { store: null }, deadlineMs: 30_000 });
const bye = { type: 'bye' };

const linesOf = (messages: readonly unknown[]) => messages.map((message) => `${JSON.stringify(message)}\n`).join('');

/** Writes all of it at once, and closes standard input unless it is to stay open. */
function start(input: string, args: readonly string[] = [], keepOpen = false) {
  const child = spawn(process.execPath, [...program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  child.stdin.write(input);
  if (!keepOpen) child.stdin.end();
  const left = new Promise<object>((resolve) => {
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, ...output }));
  });
  return { child, left };
}

const greeting = (sbomEntry: string) => expect.stringMatching(`^\\{"type":"hello".*"sbomEntry":"${sbomEntry}"`);
const loaded = (id: number) =>
  `{"type":"result","id":${id},"ok":{"value":{"trustStore":{"trusted_publishers":{},"tofu_publishers":{}}}}}`;

test('many calls are answered in one go, without a word on standard error', async () => {
  const ids = Array.from({ length: 40 }, (_, index) => index + 1);
  const { left } = start(linesOf([hello, ...ids.map(call), bye]));
  const { stdout, ...rest } = (await left) as { stdout: string };
  expect(rest).toEqual({ exitCode: 0, signal: null, stderr: '' });
  expect(stdout.split('\n')).toEqual([greeting('sbom.cdx.json'), ...ids.map(loaded), '']);
});

test('it leaves after bye although its input stays open, and has the names it was given', async () => {
  const { left, child } = start(linesOf([hello, bye]), ['--names', 'documented'], true);
  expect(await left).toEqual({
    exitCode: 0,
    signal: null,
    stderr: '',
    stdout: greeting('sbom.cyclonedx.json'),
  });
  child.stdin.destroy();
});

test('a line that is no message is told on standard error, and the exit is 1', async () => {
  const { left } = start(`${linesOf([hello])}Hello?\n${linesOf([call(1)])}`, [], true);
  expect(await left).toEqual({
    exitCode: 1,
    signal: null,
    stderr: 'palyra-ref subject: line 2 is no message: no value begins at byte 0\n',
    stdout: greeting('sbom.cdx.json'),
  });
});

test('a reader that leaves in the middle ends it without a word', async () => {
  const { child, left } = start(linesOf([hello]), [], true);
  child.stdout.once('data', () => {
    child.stdout.destroy();
    child.stdin.end(linesOf(Array.from({ length: 20 }, (_, index) => call(index + 1))));
  });
  expect(await left).toMatchObject({ exitCode: 0, signal: null, stderr: '' });
});
