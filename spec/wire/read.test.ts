import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Json } from '../json/value.ts';
import type { Operation, WireValue } from '../operations.ts';
import { wireLimits } from '../protocol.ts';
import { bytePlaces } from './byte-places.ts';
import { encodeMessage } from './encode.ts';
import { parseLine } from './parse-line.ts';
import { readWire } from './read.ts';
import type { BlobSource } from './read-bytes.ts';

const { inlineBytes, blobBytes } = wireLimits;
const few = Uint8Array.of(0, 255, 10);
const many = new Uint8Array(inlineBytes + 1).fill(7);
const manyHash = sha256(many);

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What a subject that has written these blobs may say in the only place for bytes that the value of `key.parse` has. */
function readSeed(seed: Json, blobs: BlobSource = new Map()) {
  return readWire(new Map([['seed', seed]]), bytePlaces('key.parse', 'value'), blobs);
}

function blob(hash: Json, size: Json): Json {
  return new Map([
    ['$blob', hash],
    ['size', size],
  ]);
}

/** A message as the other side gets it. */
function sent(operation: Operation, part: 'input' | 'value', value: WireValue) {
  const blobs = new Map<string, Uint8Array>();
  const put = (bytes: Uint8Array) => {
    blobs.set(sha256(bytes), bytes);
    return sha256(bytes);
  };
  const line = parseLine(Buffer.from(encodeMessage({ [part]: value }, { put })));
  if (!line.ok) throw new Error(line.detail);
  return { read: readWire(line.message.get(part) ?? null, bytePlaces(operation, part), blobs), blobs };
}

test.each([
  ['no bytes', new Uint8Array(), 0],
  ['a few', few, 0],
  ['as many as a message may hold', many.subarray(1), 0],
  ['one more', many, 1],
])('bytes arrive as they were: %s', (_, text, blobCount) => {
  const { read, blobs } = sent('manifest.parse', 'input', { text });
  expect(read).toEqual({ ok: true, value: new Map([['text', text]]) });
  expect(blobs.size).toBe(blobCount);
});

test('bytes stand in lists of files too, and null where they may be left out', () => {
  const input = {
    manifest: few,
    modules: [
      { path: 'a.wasm', bytes: few },
      { path: 'b.wasm', bytes: many },
    ],
    assets: [],
    sbom: null,
    provenance: few,
    seed: few,
    nowUnixMs: -1n,
  };
  const { read } = sent('artifact.build', 'input', input);
  const files = (list: typeof input.modules) => list.map((file) => new Map(Object.entries(file)));
  const expected = { ...input, modules: files(input.modules) };
  expect(read).toEqual({ ok: true, value: new Map(Object.entries(expected)) });
});

test('what looks like bytes where the operation has none is JSON in both directions', () => {
  const lookalike: Json = new Map<string, Json>([
    ['$b64', 'AAAA'],
    ['inner', [new Map([['$b64', 'not base64']]), blob('../../etc/passwd', -1n)]],
  ]);
  for (const [operation, part, name] of [
    ['trust.add', 'input', 'trustStore'],
    ['manifest.parse', 'value', 'manifest'],
    ['artifact.build', 'value', 'manifest'],
  ] as const) {
    const value = new Map([[name, lookalike]]);
    expect(sent(operation, part, value).read).toEqual({ ok: true, value });
  }
});

test.each<[string, Json, string, string]>([
  ['a text', 'AAAA', 'malformed', 'bytes are {"$b64": …} or {"$blob": …, "size": …}'],
  ['a list', [0n], 'malformed', 'bytes are {"$b64": …} or {"$blob": …, "size": …}'],
  ['an empty object', new Map(), 'malformed', 'bytes are {"$b64": …} or {"$blob": …, "size": …}'],
  ['a number as base64', new Map([['$b64', 1n]]), 'malformed', '"$b64" is a text'],
  ['a key beside base64', new Map([...b64('AAAA'), ['size', 3n]]), 'malformed', '"$b64" has no members beside it'],
  ['both forms', new Map([...b64('AAAA'), ['$blob', manyHash]]), 'malformed', '"$b64" has no members beside it'],
  ['no padding', b64('AAA'), 'malformed', '"$b64" is not padded to a multiple of four'],
  ['bits to spare', b64('AAB='), 'malformed', '"$b64" is not canonical base64'],
  ['too much padding', b64('A==='), 'malformed', '"$b64" is not canonical base64'],
  ['a line feed', b64('AAAA\n'), 'malformed', '"$b64" holds a character that is not of the standard alphabet'],
  ['the URL alphabet', b64('AA_-'), 'malformed', '"$b64" holds a character that is not of the standard alphabet'],
  [
    'more than a message may hold',
    b64(Buffer.from(many).toString('base64')),
    'malformed',
    `more than ${inlineBytes} bytes stand in a blob, not in "$b64"`,
  ],
  ['no size', new Map([['$blob', manyHash]]), 'malformed', '"size" is the integer number of bytes in the blob'],
  ['a float as size', blob(manyHash, 32769.5), 'malformed', '"size" is the integer number of bytes in the blob'],
  [
    'a member beside hash and size',
    new Map([...(blob(manyHash, 32769n) as ReadonlyMap<string, Json>), ['name', 'x']]),
    'malformed',
    '"$blob" has "size" and no other member beside it',
  ],
  [
    'an upper-case hash',
    blob(manyHash.toUpperCase(), 32769n),
    'malformed',
    '"$blob" is a SHA-256 in 64 lower-case hex digits',
  ],
  ['a path as hash', blob('../x', 32769n), 'malformed', '"$blob" is a SHA-256 in 64 lower-case hex digits'],
  [
    'a line feed after the hash',
    blob(`${manyHash}\n`, 32769n),
    'malformed',
    '"$blob" is a SHA-256 in 64 lower-case hex digits',
  ],
  ['a small blob', blob(manyHash, 32768n), 'malformed', `up to ${inlineBytes} bytes stand in "$b64", not in a blob`],
  ['a huge blob', blob(manyHash, 2n ** 64n), 'malformed', `a blob has at most ${blobBytes} bytes`],
  ['too large a size', blob(manyHash, 32_770n), 'blob-size', `blob ${manyHash} has 32769 bytes, and "size" is 32770`],
  [
    'too small a size',
    blob('b'.repeat(64), 32_769n),
    'blob-size',
    `blob ${'b'.repeat(64)} has more bytes, and "size" is 32769`,
  ],
  [
    'a blob that goes on',
    blob('a'.repeat(64), 32769n),
    'blob-size',
    `blob ${'a'.repeat(64)} has more bytes, and "size" is 32769`,
  ],
  ['a blob that is not there', blob('0'.repeat(64), 32769n), 'blob-missing', `there is no blob ${'0'.repeat(64)}`],
  [
    'a blob under a wrong name',
    blob('f'.repeat(64), 32769n),
    'blob-hash',
    `blob ${'f'.repeat(64)} has the hash ${manyHash}`,
  ],
])('bytes that are not in one of their forms are told apart: %s', (_, seed, kind, detail) => {
  const blobs = new Map<string, Uint8Array | 'larger'>([
    [manyHash, many],
    ['f'.repeat(64), many],
    ['a'.repeat(64), 'larger'],
    ['b'.repeat(64), new Uint8Array(32_770)],
  ]);
  expect(readSeed(seed, blobs)).toEqual({ ok: false, problem: { kind, at: 'seed', detail } });
});

function b64(text: string): Map<string, Json> {
  return new Map([['$b64', text]]);
}

test('a problem in a list is shown with its place, and only the first one', () => {
  const file = (bytes: Json) => new Map([['bytes', bytes]]);
  const input = new Map([['modules', [file(b64('')), file('x'), file('y')]]]);
  const read = readWire(input, bytePlaces('artifact.build', 'input'), new Map());
  expect(read).toMatchObject({ ok: false, problem: { at: 'modules[1].bytes' } });
});

test.each<[string, Json]>([
  ['null', null],
  ['a text', 'seed'],
  ['no member', new Map()],
  ['null in the place of bytes', new Map([['seed', null]])],
])('a value of another shape is not judged here: %s', (_, value) => {
  expect(readWire(value, bytePlaces('key.parse', 'value'), new Map())).toEqual({ ok: true, value });
});
