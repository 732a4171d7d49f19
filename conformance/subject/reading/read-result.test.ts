import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { messageOf } from '../testing/message.ts';
import { readId, readResult } from './read-result.ts';

const many = Buffer.alloc(40_000, 'x');
const sha256 = createHash('sha256').update(many).digest('hex');
const blobs = new Map<string, Uint8Array>([[sha256, many]]);

function read(outcome: object) {
  const result = readResult(messageOf({ type: 'result', id: 1, ...outcome }), 'key.parse', blobs);
  return result.ok ? result.reply : `${result.diagnosis.code}: ${result.diagnosis.detail}`;
}

test.each([
  [{ ok: { value: null } }, { outcome: 'ok', value: null }],
  [{ ok: { value: { keyId: 'k' } } }, { outcome: 'ok', value: new Map([['keyId', 'k']]) }],
  [
    { ok: { value: { seed: { $b64: 'aGk=' } } } },
    { outcome: 'ok', value: new Map([['seed', Uint8Array.from([0x68, 0x69])]]) },
  ],
  [{ reject: { reason: 'r', native: 'n' } }, { outcome: 'reject', reason: 'r', native: 'n' }],
  [{ reject: { reason: 'r' } }, { outcome: 'reject', reason: 'r', native: '' }],
  [{ reject: { native: 'n' } }, { outcome: 'reject', reason: '', native: 'n' }],
  [{ unsupported: { feature: 'f' } }, { outcome: 'unsupported', feature: 'f' }],
  [{ fault: { message: 'm' } }, { outcome: 'fault', message: 'm' }],
])('a result is read: %j', (outcome, reply) => {
  expect(read(outcome)).toEqual(reply);
});

test('bytes of a result may lie in a blob', () => {
  expect(read({ ok: { value: { seed: { $blob: sha256, size: many.length } } } })).toMatchObject({ outcome: 'ok' });
});

const ok = (seed: object) => ({ ok: { value: { seed } } });
const other = sha256.replaceAll(/./g, '0');

test.each<[object, string]>([
  [{}, 'result.malformed: result has none of ok, reject, unsupported, fault'],
  [{ ok: { value: 1 }, fault: null }, 'result.two-outcomes: result has ok and fault'],
  [{ ok: true }, 'result.malformed: result.ok is a boolean, and not an object'],
  [{ ok: {} }, 'result.malformed: result.ok.value is missing'],
  [{ ok: { value: 1, more: 2 } }, 'result.malformed: result.ok has a member "more", which the protocol does not know'],
  [{ reject: {} }, 'result.malformed: result.reject has neither reason nor native'],
  [{ reject: { reason: 7 } }, 'result.malformed: result.reject.reason is an integer, and not a string'],
  [{ reject: { reason: 'r', native: null } }, 'result.malformed: result.reject.native is null, and not a string'],
  [{ unsupported: {} }, 'result.malformed: result.unsupported.feature is missing'],
  [{ fault: { message: ['m'] } }, 'result.malformed: result.fault.message is a list, and not a string'],
  [
    ok({ $b64: '*' }),
    'result.malformed: result.ok.value.seed: "$b64" holds a character that is not of the standard alphabet',
  ],
  [ok({ $blob: other, size: 40_000 }), `blob.missing: result.ok.value.seed: there is no blob ${other}`],
  [
    ok({ $blob: sha256, size: 40_001 }),
    `blob.size: result.ok.value.seed: blob ${sha256} has 40000 bytes, and "size" is 40001`,
  ],
])('a result with %j is refused by the name of its field', (outcome, refusal) => {
  expect(read(outcome)).toBe(refusal);
});

test.each([
  [{ type: 'result', id: 7, ok: {} }, 7n],
  [
    { type: 'result', id: '7' },
    { code: 'result.malformed', detail: 'result.id is a string, and not an integer' },
  ],
  [{ type: 'result' }, { code: 'result.malformed', detail: 'result.id is missing' }],
  [
    { type: 'hello', id: 7 },
    { code: 'result.malformed', detail: 'result.type is not "result"' },
  ],
  [
    { type: 'result', id: 7, jsonrpc: '2.0' },
    { code: 'result.malformed', detail: 'result has a member "jsonrpc", which the protocol does not know' },
  ],
])('whose result it is: %j', (message, id) => {
  expect(readId(messageOf(message))).toEqual(id);
});
