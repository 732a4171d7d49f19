import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connect, puppet, run, useTemporaryFolder } from '../testing/puppet.ts';
import { InputFolder } from './input-folder.ts';
import { OutputFolder } from './output-folder.ts';

vi.mock('node:fs', { spy: true });

const leftInTemporaryFolder = useTemporaryFolder();
const bytes = Buffer.alloc(40_000, 'x');
const sha256 = createHash('sha256').update(bytes).digest('hex');

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(join(process.env['TMPDIR'] ?? '', 'blobs-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function failing(code: string): never {
  throw Object.assign(new Error(code), { code });
}

const { opendirSync, lstatSync, unlinkSync, openSync, readSync, mkdirSync } = fs;
const calls = { opendirSync, lstatSync, unlinkSync, openSync, readSync, mkdirSync };

/** One of the calls to the file system goes wrong once. */
function fail(call: keyof typeof calls, code: string): void {
  vi.mocked<(...parameters: never[]) => unknown>(calls[call]).mockImplementationOnce(() => failing(code));
}

const fillDisk = () =>
  vi.mocked(fs.writeFileSync).mockImplementationOnce((path) => {
    fs.closeSync(fs.openSync(String(path), 'wx'));
    failing('ENOSPC');
  });

test('on a full disk an input is not written by half, and the subject is not to blame', () => {
  const inputs = new InputFolder(folder);
  inputs.put(bytes);
  fillDisk();
  expect(() => inputs.put(Buffer.from('more'))).toThrow('ENOSPC');
  expect(inputs.check()).toBeUndefined();
  expect(inputs.finish()).toBeUndefined();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test.each(['EMFILE', 'ENFILE', 'ENOMEM', 'EIO'])('a machine in trouble accuses nobody: %s', (code) => {
  const inputs = new InputFolder(folder);
  for (const call of ['opendirSync', 'lstatSync', 'unlinkSync'] as const) {
    inputs.put(bytes);
    fail(call, code);
    expect(() => inputs.check()).toThrow(code);
    expect(inputs.check()).toBeUndefined();
  }
  const outputs = new OutputFolder(folder);
  for (const call of ['openSync', 'lstatSync', 'readSync', 'unlinkSync'] as const) {
    fs.writeFileSync(join(folder, sha256), bytes);
    fail(call, code);
    expect(() => outputs.get(sha256, bytes.length)).toThrow(code);
  }
});

const answerWithBlob = `return { seed: { $blob: putBlob('x'.repeat(40_000)), size: 40_000 } }`;

test.each(['stream', 'one-shot'] as const)(
  'a call that fails on our side throws, and ends in order: %s',
  async (transport) => {
    const connection = await connect(puppet('', { transport }));
    fillDisk();
    await expect(connection.call('key.parse', { key: bytes })).rejects.toThrow('ENOSPC');
    await expect(run(connection, `// ${'x'.repeat(2 ** 21)}`)).rejects.toThrow('no line can hold');
    expect(await run(connection, 'return 1')).toEqual({ outcome: 'ok', value: 1n });
    fail('unlinkSync', 'EIO');
    await expect(connection.call('key.parse', { run: answerWithBlob })).rejects.toThrow('EIO');
    expect(connection.open).toBe(transport === 'one-shot');
    expect(await connection.close()).toEqual([]);
    expect(leftInTemporaryFolder()).toEqual([folder.split('/').at(-1)]);
  },
);

test('a machine on which a process cannot be started for a call accuses nobody', async () => {
  const connection = await connect(puppet('', { transport: 'one-shot' }));
  fail('mkdirSync', 'ENOSPC');
  await expect(run(connection, 'return 1')).rejects.toThrow('ENOSPC');
  expect(leftInTemporaryFolder()).toEqual([folder.split('/').at(-1)]);
  expect(await run(connection, 'return 1')).toEqual({ outcome: 'ok', value: 1n });
  expect(await connection.close()).toEqual([]);
});

test('the last look at the inputs is left out where the machine cannot take it', async () => {
  const connection = await connect(puppet());
  expect(await run(connection, 'return 1')).toMatchObject({ outcome: 'ok' });
  fail('opendirSync', 'EMFILE');
  expect(await connection.close()).toEqual([]);
  expect(leftInTemporaryFolder()).toEqual([folder.split('/').at(-1)]);
});
