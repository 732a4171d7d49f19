import { expect, test } from 'vitest';
import { greetingSaid, messageOf, parametersSaid } from '../testing/message.ts';
import { readGreeting } from './read-greeting.ts';

function read(message: object) {
  const result = readGreeting(messageOf(message), greetingSaid.nonce);
  return result.ok ? result.greeting : `${result.diagnosis.code}: ${result.diagnosis.detail}`;
}

test('a greeting is what the subject says of itself, without what belongs to this start', () => {
  const { type, protocol, nonce, ...rest } = greetingSaid;
  const runtime = { version: '0.1.0', protocolMajor: 1n };
  const parameters = { ...parametersSaid, runtime };
  expect(read(greetingSaid)).toEqual({ ...rest, concurrency: 2n, parameters });
});

const { names, runtime } = parametersSaid;
const malformed: readonly (readonly [object, string])[] = [
  [{ type: 'Hello' }, 'hello.type is not "hello"'],
  [{ name: undefined }, 'hello.name is missing'],
  [{ name: 7 }, 'hello.name is an integer, and not a string'],
  [{ name: '' }, 'hello.name is empty'],
  [{ name: 'x'.repeat(201) }, 'hello.name has more than 200 characters'],
  [{ version: '1\n' }, 'hello.version has a character that cannot be seen'],
  [{ language: null }, 'hello.language is null, and not a string'],
  [{ nonce: undefined }, 'hello.nonce is missing'],
  [{ protocol: 1.5 }, 'hello.protocol is a number with a fraction or an exponent, and not an integer'],
  [{ ops: {} }, 'hello.ops is an object, and not a list'],
  [{ ops: ['key.parse', 1] }, 'hello.ops[1] is an integer, and not a string'],
  [{ ops: ['key.prase'] }, 'hello.ops has "key.prase", which is no operation of protocol 1'],
  [{ ops: ['toString'] }, 'hello.ops has "toString", which is no operation of protocol 1'],
  [{ ops: ['key.parse', 'key.parse'] }, 'hello.ops has "key.parse" more than once'],
  [{ features: [''] }, 'hello.features is empty'],
  [{ features: undefined }, 'hello.features is missing'],
  [{ parameters: [] }, 'hello.parameters is a list, and not an object'],
  [{ parameters: { runtime } }, 'hello.parameters.names is missing'],
  [{ parameters: { names: { sbomEntry: 'x' }, runtime } }, 'hello.parameters.names.defaultEntrypoint is missing'],
  [
    { parameters: { names, runtime: { ...runtime, protocolMajor: '1' } } },
    'hello.parameters.runtime.protocolMajor is a string, and not an integer',
  ],
  [
    { parameters: { names, runtime, limits: {} } },
    'hello.parameters has a member "limits", which the protocol does not know',
  ],
  [{ concurrency: 0 }, 'hello.concurrency is less than 1'],
  [{ concurrency: true }, 'hello.concurrency is a boolean, and not an integer'],
  [{ pid: 1 }, 'hello has a member "pid", which the protocol does not know'],
];

test.each(malformed)('a greeting with %j is refused by the name of its field', (changes, detail) => {
  expect(read({ ...greetingSaid, ...changes })).toBe(`hello.malformed: ${detail}`);
});

test.each([
  [{ nonce: 'another' }, 'hello.nonce: hello.nonce is not the one that was sent'],
  [{ protocol: 2 }, 'hello.protocol: hello.protocol is 2, and 1 was offered'],
  [{ type: 'result', id: 1 }, 'result.early: the first line is a result, and not the greeting'],
])('a greeting with %j is refused as what it is', (changes, refusal) => {
  expect(read({ ...greetingSaid, ...changes })).toBe(refusal);
});

const none = { type: 'no-common-protocol', nonce: greetingSaid.nonce, protocol: { min: 2, max: 3 } };

test.each([
  [none, 'hello.no-common-protocol: it speaks 2 to 3, and the suite 1'],
  [{ ...none, nonce: 'm' }, 'hello.nonce: no-common-protocol.nonce is not the one that was sent'],
  [{ ...none, protocol: 2 }, 'hello.malformed: no-common-protocol.protocol is an integer, and not an object'],
])('a subject may say that it speaks no protocol of this suite: %j', (message, refusal) => {
  expect(read(message)).toBe(refusal);
});

test('a greeting that is as large as a line may be is judged in no time', () => {
  const features = Array.from({ length: 150_000 }, (_, index) => String(index % 99_999));
  const start = performance.now();
  expect(read({ ...greetingSaid, features })).toBe('hello.malformed: hello.features has "0" more than once');
  expect(performance.now() - start).toBeLessThan(2000);
});
