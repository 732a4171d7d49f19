import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Subject } from '#spec/subject.ts';
import { referenceSubject, shippedParameters } from './reference-subject.ts';
import { serve } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'palyra-serve-'));
const blobs = { inputs: join(folder, 'inputs'), outputs: join(folder, 'outputs') };
const hello = { type: 'hello', protocol: { min: 1, max: 2 }, nonce: 'abc', blobs, later: true };
const bye = { type: 'bye' };

const large = Buffer.alloc(40_000, 'palyra');
const largeHash = createHash('sha256').update(large).digest('hex');

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(blobs.inputs, { recursive: true });
  mkdirSync(blobs.outputs);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Says back the bytes it is asked about, and breaks on a text that asks for it. */
const parrot: Subject = {
  name: 'parrot',
  version: '1.0.0',
  operations: ['key.parse', 'manifest.parse'],
  features: [],
  parameters: shippedParameters,
  call: async (operation, input) => {
    const fields = input as ReadonlyMap<string, Uint8Array>;
    if (operation === 'key.parse') return { outcome: 'ok', value: { seed: fields.get('key') ?? null } };
    const text = Buffer.from(fields.get('text') ?? []).toString();
    if (text === 'break') throw new TypeError('a bug');
    return { outcome: 'ok', value: { manifest: text } };
  },
};

/** What a subject answers to these messages, or lines, and what it complains of. */
async function converse(messages: readonly unknown[], subject = parrot, readers = Number.POSITIVE_INFINITY) {
  const input = (async function* () {
    for (const message of messages) {
      yield Buffer.from(typeof message === 'string' ? message : `${JSON.stringify(message)}\n`);
    }
  })();
  const answers: unknown[] = [];
  const complaint = await serve(subject, input, async (line) => {
    answers.push(JSON.parse(line));
    expect(line.indexOf('\n')).toBe(line.length - 1);
    return answers.length < readers;
  });
  return { answers, complaint };
}

const call = (op: string, input: unknown, id = 1) => ({ type: 'call', id, op, input, deadlineMs: 1000 });
const text = (content: string) => ({ text: { $b64: Buffer.from(content).toString('base64') } });

test('the greeting repeats the nonce and says what the reference can be asked', async () => {
  const { answers, complaint } = await converse([hello, bye], referenceSubject());
  expect(complaint).toBeUndefined();
  expect(answers).toEqual([
    {
      type: 'hello',
      protocol: 1,
      nonce: 'abc',
      name: 'palyra-ref',
      version: expect.any(String),
      language: 'typescript',
      ops: expect.arrayContaining(['manifest.parse', 'artifact.build']),
      features: expect.arrayContaining(['fuel:wasmtime', 'trap:class']),
      parameters: {
        names: { sbomEntry: 'sbom.cdx.json', defaultEntrypoint: 'run' },
        runtime: { version: '0.1.0', protocolMajor: 1 },
      },
      concurrency: 64,
    },
  ]);
});

test('a runner that speaks only later protocols is told which one is spoken here', async () => {
  const { answers, complaint } = await converse([{ ...hello, protocol: { min: 2, max: 3 } }, call('key.parse', {})]);
  expect(answers).toEqual([{ type: 'no-common-protocol', nonce: 'abc', protocol: { min: 1, max: 1 } }]);
  expect(complaint).toBeUndefined();
});

test('each call is answered under its id, until bye', async () => {
  const calls = [
    call('manifest.parse', text('')),
    call('trust.load', { store: null }, 2),
    call('signature.sign', {}, 3),
    call('trust.load', { store: 'x' }, 4),
    call('trust.load', {}, 5),
  ];
  const { answers } = await converse(
    [hello, ...calls, bye, call('trust.load', { store: null }, 6)],
    referenceSubject(),
  );
  expect(answers.slice(1)).toEqual([
    { type: 'result', id: 1, reject: { reason: 'manifest.missing-key', native: expect.any(String) } },
    { type: 'result', id: 2, ok: { value: { trustStore: { trusted_publishers: {}, tofu_publishers: {} } } } },
    { type: 'result', id: 3, unsupported: { feature: 'signature.sign' } },
    { type: 'result', id: 4, fault: { message: expect.stringMatching(/^input\.store: bytes are /) } },
    { type: 'result', id: 5, fault: { message: 'input.store must be given' } },
  ]);
});

test('a bug is a fault, and the next call is answered all the same', async () => {
  const { answers } = await converse([
    hello,
    call('manifest.parse', text('break')),
    call('manifest.parse', text('a'), 2),
  ]);
  expect(answers.slice(1)).toEqual([
    { type: 'result', id: 1, fault: { message: 'TypeError: a bug' } },
    { type: 'result', id: 2, ok: { value: { manifest: 'a' } } },
  ]);
});

test('an answer that no message can hold is a fault', async () => {
  const content = Buffer.alloc(1_100_000, 'a');
  const sha256 = createHash('sha256').update(content).digest('hex');
  writeFileSync(join(blobs.inputs, sha256), content);
  const { answers } = await converse([
    hello,
    call('manifest.parse', { text: { $blob: sha256, size: content.length } }),
  ]);
  expect(answers[1]).toEqual({
    type: 'result',
    id: 1,
    fault: { message: 'the answer is longer than a message may be' },
  });
});

test('large bytes are read from the one folder and written whole to the other', async () => {
  writeFileSync(join(blobs.inputs, largeHash), large);
  const key = { $blob: largeHash, size: large.length };
  const { answers } = await converse([hello, call('key.parse', { key }), call('key.parse', { key }, 2)]);
  expect(answers.slice(1)).toMatchObject([{ ok: { value: { seed: key } } }, { id: 2, ok: { value: { seed: key } } }]);
  expect(readdirSync(blobs.outputs)).toEqual([largeHash]);
  expect(readFileSync(join(blobs.outputs, largeHash)).equals(large)).toBe(true);
  expect(readdirSync(blobs.inputs)).toEqual([largeHash]);
});

test.each([
  ['is not there', undefined, large.length, /^input\.key: there is no blob/],
  ['has another content', Buffer.alloc(40_000), large.length, /^input\.key: blob \w+ has the hash/],
  ['is shorter than was said', large, 40_001, /^input\.key: blob \w+ has 40000 bytes, and "size" is 40001$/],
  ['is longer than was said', large, 39_999, /^input\.key: blob \w+ has more bytes, and "size" is 39999$/],
])('a blob that %s is a fault', async (_, content, size, message) => {
  if (content !== undefined) writeFileSync(join(blobs.inputs, largeHash), content);
  const { answers } = await converse([hello, call('key.parse', { key: { $blob: largeHash, size } })]);
  expect(answers[1]).toMatchObject({ id: 1, fault: { message: expect.stringMatching(message) } });
});

test('an outputs folder that takes no files is a fault, and what was begun is cleared away', async () => {
  writeFileSync(join(blobs.inputs, largeHash), large);
  mkdirSync(join(blobs.outputs, largeHash));
  const { answers } = await converse([hello, call('key.parse', { key: { $blob: largeHash, size: large.length } })]);
  expect(answers[1]).toMatchObject({ id: 1, fault: { message: expect.stringContaining('EISDIR') } });
  expect(readdirSync(blobs.outputs)).toEqual([largeHash]);
});

test('how the input is cut into pieces changes nothing', async () => {
  const whole = [hello, call('manifest.parse', text('é')), bye].map((message) => JSON.stringify(message)).join('\r\n');
  const bytes = [...Buffer.from(whole)].map((byte) => String.fromCharCode(byte));
  expect(await converse(bytes)).toEqual(await converse([whole]));
  expect((await converse(bytes)).answers).toHaveLength(2);
});

test('no more is answered once nobody reads', async () => {
  const calls = [call('manifest.parse', text('a')), call('manifest.parse', text('b'), 2)];
  expect((await converse([hello, ...calls], parrot, 1)).answers).toHaveLength(1);
  expect((await converse([hello, ...calls], parrot, 2)).answers).toHaveLength(2);
});

test.each<[readonly unknown[], string]>([
  [['Hello\n'], 'line 1 is no message: no value begins at byte 0'],
  [['\n'], 'line 1 is no message: no value begins at byte 0'],
  [['[]\n'], 'line 1 is no message: a JSON value that is not an object'],
  [[{}], 'line 1 has a "type" other than hello, call and bye'],
  [['{"type":"bye","type":"bye"}\n'], 'line 1 has an object with a key twice'],
  [[{ ...hello, protocol: 1 }], 'line 1 has no range of protocols'],
  [[{ ...hello, nonce: 1 }], 'line 1 has no nonce'],
  [[{ ...hello, blobs: { inputs: '/' } }], 'line 1 has no folders for blobs'],
  [[call('key.parse', {})], 'line 1 is a call before hello'],
  [[hello, hello], 'line 2 is another hello'],
  [[hello, { ...call('key.parse', {}), id: '1' }], 'line 2 has no id'],
  [[hello, { ...call('key.parse', {}), id: 1.5 }], 'line 2 has no id'],
  [[hello, { ...call('key.parse', {}), op: null }], 'line 2 has no op'],
  [[hello, call('key.parse', undefined)], 'line 2 has no input'],
  [[hello, ' '.repeat(1024 * 1024 + 1)], 'line 2 is longer than 1048576 bytes'],
])('a line that is not of the protocol ends the conversation: %#', async (messages, complaint) => {
  expect((await converse(messages)).complaint).toBe(complaint);
});
