import { expect, test } from 'vitest';
import { greetingSaid } from '../testing/message.ts';
import { Conversation } from './conversation.ts';

const hello = `${JSON.stringify(greetingSaid)}\n`;
const answer = (id: number) => `{"type":"result","id":${id},"ok":{"value":${id}}}\n`;

function begin(): Conversation {
  return new Conversation(greetingSaid.nonce, new Map());
}

/** After a greeting and two answered calls. */
function inTheMiddle(): Conversation {
  const conversation = begin();
  conversation.read(Buffer.from(hello));
  for (const id of [1, 2]) {
    conversation.begin('trust.load');
    conversation.read(Buffer.from(answer(id)));
  }
  return conversation;
}

test('a conversation is a greeting and then an answer to each call', () => {
  const conversation = begin();
  expect(conversation.isSettled).toBe(false);
  expect(conversation.read(Buffer.from(hello))).toBeUndefined();
  expect(conversation.greeting).toMatchObject({ name: 'subject' });
  expect(conversation.isSettled).toBe(true);
  for (const id of [1, 2]) {
    expect(conversation.begin('trust.load')).toBe(BigInt(id));
    expect(conversation.isSettled).toBe(false);
    expect(conversation.answer).toBeUndefined();
    expect(conversation.read(Buffer.from(answer(id)))).toBeUndefined();
    expect(conversation.answer).toEqual({ outcome: 'ok', value: BigInt(id) });
  }
  expect(conversation.answered).toBe(2n);
});

test.each([
  ['a banner', 'ready\n', 'line.not-json', 'line 1: no value begins at byte 0: "ready"'],
  ['an empty line', '\n', 'line.not-json', 'line 1: no value begins at byte 0: ""'],
  ['a list', '[]\n', 'line.not-json', 'line 1: a JSON value that is not an object: "[]"'],
  ['a terminal escape', '\u001b[31m\n', 'line.not-json', 'line 1: no value begins at byte 0: "\\u001b[31m"'],
  ['a byte order mark', `\ufeff{}\n`, 'line.byte-order-mark', 'line 1: U+FEFF at byte 0: "{}"'],
  ['an answer', answer(1), 'result.early', 'the first line is a result, and not the greeting'],
  ['an answer after it', hello + answer(1), 'result.early', 'result.id is 1'],
  ['a second one', hello + hello, 'result.malformed', 'result.type is not "result"'],
  ['a key twice', hello.replace('{', '{"name":"x",'), 'hello.malformed', 'hello has the key "name" more than once'],
  [
    'an inner key twice',
    hello.replace('"sbomEntry"', '"sbomEntry":"","sbomEntry"'),
    'hello.malformed',
    'hello has the key "parameters.names.sbomEntry" more than once',
  ],
])('what is wrong at the greeting: %s', (_, text, code, detail) => {
  expect(begin().read(Buffer.from(text))).toEqual({ code, detail });
});

test('half a character in a line is told apart from what is no JSON', () => {
  expect(begin().read(Buffer.from([0x22, 0xc3, 0x22, 0x0a]))).toMatchObject({ code: 'line.not-utf8' });
});

test('what is shown of a line is short, and does not hold the nonce', () => {
  const conversation = begin();
  const wrong = conversation.read(Buffer.from(`nonce 4711 ${'x'.repeat(100_000)}\n`));
  expect(wrong?.detail).toMatch(/^line 1: [^"]+"nonce \(nonce\) x{50,200}…"$/);
});

test.each([
  ['of no call', answer(815), 'result.unknown-id', 'result.id is 815'],
  ['of no call, below the first', answer(0), 'result.unknown-id', 'result.id is 0'],
  ['of the call before', answer(2), 'result.repeated', 'result.id is 2'],
  ['twice', answer(3) + answer(3), 'result.repeated', 'result.id is 3'],
  [
    'with an outcome twice',
    '{"type":"result","id":3,"ok":{"value":1},"ok":{"value":2}}\n',
    'result.two-outcomes',
    'result has the key "ok" more than once',
  ],
  [
    'with its id twice',
    answer(3).replace('{', '{"id":3,'),
    'result.malformed',
    'result has the key "id" more than once',
  ],
  ['with a log line after it', `${answer(3)}done\n`, 'line.not-json', 'line 5: no value begins at byte 0: "done"'],
])('what is wrong with an answer: %s', (_, text, code, detail) => {
  const conversation = inTheMiddle();
  conversation.begin('trust.load');
  expect(conversation.read(Buffer.from(text))).toEqual({ code, detail });
});

test('an answer between two calls, and one after bye, are not taken for another', () => {
  expect(inTheMiddle().read(Buffer.from(answer(2)))).toMatchObject({ code: 'result.repeated' });
  expect(inTheMiddle().read(Buffer.from(answer(3)))).toMatchObject({ code: 'result.unknown-id' });
  const conversation = inTheMiddle();
  conversation.sayBye();
  expect(conversation.read(Buffer.from(answer(2)))).toMatchObject({ code: 'result.late' });
});

test('a line without an end is too long when it is, and is shown where it is not', () => {
  const conversation = inTheMiddle();
  expect(conversation.read(Buffer.from('{"half'))).toBeUndefined();
  expect(conversation.unfinished).toBe('"{\\"half"');
  expect(conversation.read(Buffer.alloc(1024 * 1024, ' '))).toEqual({
    code: 'line.too-long',
    detail: 'line 4 has more than 1048576 bytes',
  });
});

test('a carriage return before the line feed is read, and remembered', () => {
  const conversation = begin();
  expect(conversation.hasCarriageReturn).toBe(false);
  expect(conversation.read(Buffer.from(hello.replace('\n', '\r\n')))).toBeUndefined();
  expect(conversation.hasCarriageReturn).toBe(true);
});
