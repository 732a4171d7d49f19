import { adapt, forever, greeting, milliseconds, outcomeOf, resultOf, say, write } from './adapter.mjs';

const answers = (edit) => ({ call: (call) => write(edit(`${resultOf(call)}\n`)) });
const writesBytes = (bytes) => ({ call: () => void process.stdout.write(Buffer.from(bytes)) });

const writeUtf16 = (text) => void process.stdout.write(Buffer.from(text, 'utf16le'));

/** Each byte is a write of its own. */
async function drip(text, pause) {
  for (const byte of Buffer.from(text)) {
    process.stdout.write(Buffer.of(byte));
    await pause();
  }
}

/** Every character beyond ASCII is cut in two by a pause. */
async function cutCharacters(text) {
  for (const part of text.split(/([^ -~\n]+)/u)) {
    const bytes = Buffer.from(part);
    process.stdout.write(bytes.subarray(0, 1));
    if (bytes[0] > 127) await milliseconds(5);
    process.stdout.write(bytes.subarray(1));
  }
}

const named = (hello) => `${JSON.stringify({ ...greeting(hello), language: 'javaſcript 𝒥𝒮 é' })}\n`;

adapt({
  'banner-at-start': { start: () => say('adapter 1.0 is ready') },
  'log-before-each-answer': answers((line) => `[info] one call\n${line}`),
  'number-before-each-answer': answers((line) => `1\n${line}`),
  'list-around-each-answer': answers((line) => `[${line.trimEnd()}]\n`),
  'blank-line-after-each-answer': answers((line) => `${line}\n`),
  'byte-order-mark': { hello: (hello) => say(`\ufeff${JSON.stringify(greeting(hello))}`) },
  'utf-16': { hello: (hello) => writeUtf16(`${JSON.stringify(greeting(hello))}\n`) },
  'utf-16-with-mark': { hello: (hello) => writeUtf16(`\ufeff${JSON.stringify(greeting(hello))}\n`) },
  'carriage-returns': {
    hello: (hello) => say(`${JSON.stringify(greeting(hello))}\r`),
    call: (call) => say(`${resultOf(call)}\r`),
  },
  'carriage-returns-alone': answers((line) => line.replace('\n', '\r')),
  'pretty-printed': { hello: (hello) => say(JSON.stringify(greeting(hello), null, 2)) },
  'two-messages-on-a-line': answers((line) => line.trimEnd() + line),
  'latin-1': writesBytes([
    ...Buffer.from('{"type":"result","id":1,"fault":{"message":"'),
    0xe9,
    ...Buffer.from('"}}\n'),
  ]),
  'half-a-character': writesBytes([...Buffer.from('{"type":"result","id":1,"fault":{"message":"'), 0xf0, 0x9f, 0x0a]),
  'nul-in-a-line': answers((line) => line.replace('{', '{\0')),
  'two-mebibytes': answers((line) => line.replace('{', `{${' '.repeat(2 * 1024 * 1024)}`)),
  'endless-line': {
    async call() {
      for (;;) if (!process.stdout.write(' '.repeat(65_536))) await milliseconds(1);
    },
  },
  'endless-lines': {
    async call(call) {
      for (;;) if (!process.stdout.write(`${resultOf(call)}\n`.repeat(100))) await milliseconds(1);
    },
  },
  'no-line-feed-and-waits': answers((line) => line.trimEnd()),
  'no-line-feed-and-leaves': {
    call(call) {
      write(resultOf(call));
      process.exit(0);
    },
  },
  'half-a-line-and-leaves': {
    call(call) {
      write(resultOf(call).slice(0, 20));
      process.exit(1);
    },
  },
  'never-flushes': { hello: forever },
  'not-a-number': answers((line) => line.replace('{', '{"speed":NaN,')),
  infinity: answers((line) => line.replace('{', '{"speed":-Infinity,')),
  'single-quotes': answers((line) => line.replaceAll('"', "'")),
  'six-hundred-levels': {
    call: (call) => say(resultOf(call, `"ok":{"value":{"x":${'['.repeat(600)}${']'.repeat(600)}}}`)),
  },
  'hundred-thousand-levels': {
    call: (call) => say(resultOf(call, `"ok":{"value":{"x":${'['.repeat(100_000)}`)),
  },
  'half-a-surrogate-pair': answers((line) => line.replace('{', '{"\\ud834":1,')),
  'byte-by-byte': {
    hello: (hello) => drip(`${JSON.stringify(greeting(hello))}\n`, () => milliseconds(0)),
    call: (call) => drip(`${resultOf(call)}\n`, () => milliseconds(0)),
  },
  'byte-by-byte-and-late': { call: (call) => drip(`${resultOf(call)}\n`, () => milliseconds(100)) },
  'characters-cut-in-two': {
    hello: (hello) => cutCharacters(named(hello)),
    call: (call) => cutCharacters(`${resultOf(call, outcomeOf(call))}\n`),
  },
});
