import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, expect, test } from 'vitest';
import { jsonFile } from './compile/plain.ts';
import { features } from './features.ts';
import { wireLimits } from './protocol.ts';
import { schemaFiles } from './schema/files.ts';
import { operationSchemas } from './schema/operations.ts';

const chapter = readFileSync('spec/protocol.md', 'utf8');
const [, adapter = ''] = /^```python\n(.*?)^```$/ms.exec(chapter) ?? [];

const folder = mkdtempSync(join(tmpdir(), 'palyra-adapter-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hasPython = spawnSync('python3', ['--version']).status === 0;

test('the adapter of the chapter fits on a page', () => {
  expect(adapter.split('\n').length - 1).toBeLessThanOrEqual(40);
});

test.skipIf(!hasPython)('the adapter of the chapter speaks the protocol', () => {
  const large = Buffer.from(`{${' '.repeat(40_000)}`);
  const sha256 = createHash('sha256').update(large).digest('hex');
  writeFileSync(join(folder, sha256), large);
  writeFileSync(join(folder, 'adapter.py'), adapter);
  const call = (id: number, op: string, input: unknown) => ({ type: 'call', id, op, input, deadlineMs: 30_000 });
  const messages = [
    { type: 'hello', protocol: { min: 1, max: 1 }, nonce: 'abc', blobs: { inputs: folder, outputs: folder } },
    call(1, 'trust.load', { store: null }),
    call(2, 'trust.load', { store: { $b64: Buffer.from('{"tofu_publishers": {"a": "é"}}').toString('base64') } }),
    call(3, 'trust.load', { store: { $blob: sha256, size: large.length } }),
    call(4, 'trust.load', {}),
    call(5, 'artifact.build', {}),
    { type: 'bye' },
  ];
  const input = messages.map((message) => `${JSON.stringify(message)}\n`).join('');
  const { stdout, stderr, status } = spawnSync('python3', [join(folder, 'adapter.py')], { input, encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  const [greeting, ...results] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(greeting).toMatchObject({ nonce: 'abc', ops: ['trust.load'] });
  expect(misfit('greeting', greeting)).toBeNull();
  expect(results.map((result) => misfit('result', result))).toEqual(results.map(() => null));
  expect(results).toEqual([
    { type: 'result', id: 1, ok: { value: { trustStore: { trusted_publishers: {}, tofu_publishers: {} } } } },
    { type: 'result', id: 2, ok: { value: { trustStore: { trusted_publishers: {}, tofu_publishers: { a: 'é' } } } } },
    { type: 'result', id: 3, reject: { reason: 'trust.store-json', native: expect.any(String) } },
    { type: 'result', id: 4, fault: { message: "KeyError('store')" } },
    { type: 'result', id: 5, unsupported: { feature: 'artifact.build' } },
  ]);
});

function misfit(name: string, message: unknown): string | null {
  const ajv = new Ajv2020({ strict: true });
  const schema = schemaFiles.get(`spec/schemas/protocol/${name}.schema.json`) ?? {};
  return ajv.validate(JSON.parse(jsonFile(schema)), message) ? null : ajv.errorsText();
}

test('the chapter explains every feature that a case may need, and no other', () => {
  const [, table = ''] = /^### Features$(.*?)^###/ms.exec(chapter) ?? [];
  const explained = [...table.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name]) => name);
  expect(explained).toEqual([...features].toSorted());
});

test('every operation stands in the table of the introduction', () => {
  const introduction = readFileSync('spec/introduction.md', 'utf8');
  const told = [...introduction.matchAll(/^\| `([a-z0-9]+\.[a-z-]+)` \|/gm)].map(([, name]) => name);
  expect(told).toEqual(Object.keys(operationSchemas));
});

test.each(Object.entries(wireLimits))('the chapter has the same limit: %s = %i', (name, limit) => {
  expect(chapter).toContain(name === 'byeMs' ? `${limit / 1000} s |` : limit.toLocaleString('en-US'));
});
