import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * The other end of protocol 1, for programs that are wrong in one way. A program names the parts that it does in its
 * own way, and the rest is done rightly; without a name they are listed. What is right stands in a book, a JSON file with the answer to each question
 * by its hash; a question that is not in it is taken for good.
 */
export async function adapt(programs) {
  const own = programs[process.argv[2]];
  if (own === undefined) return say(Object.keys(programs));
  const parts = { ...right, ...own };
  parts.start();
  for await (const line of lines()) {
    const message = JSON.parse(line);
    await parts[message.type](message, line);
  }
  parts.end();
}

const right = {
  start() {},
  hello: (hello) => say(greeting(hello)),
  call: (call) => say(resultOf(call)),
  bye: leave,
  end: leave,
};

/** Once everything is written. */
function leave() {
  process.stdout.write('', () => process.exit(0));
  return forever();
}

async function* lines() {
  let rest = '';
  for await (const text of process.stdin.setEncoding('utf8')) {
    const parts = (rest + text).split('\n');
    rest = parts.pop();
    yield* parts;
  }
}

export function say(message) {
  write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`);
}

export function write(text) {
  process.stdout.write(text);
}

export function greeting({ nonce }) {
  return {
    type: 'hello',
    protocol: 1,
    nonce,
    name: 'wrong',
    version: '1',
    language: 'javascript',
    ops: [
      ...['manifest.parse', 'key.parse', 'signature.verify', 'artifact.build', 'artifact.inspect', 'artifact.verify'],
      ...['trust.load', 'trust.add', 'grants.derive', 'runtime.run', 'runner.run', 'contracts.negotiate'],
    ],
    features: [
      ...['fuel:wasmtime', 'trap:class', 'wasm:extended-const', 'wasm:memory64', 'wasm:multi-memory', 'wasm:table64'],
    ],
    parameters: {
      names: { sbomEntry: 'sbom.cdx.json', defaultEntrypoint: 'run' },
      runtime: { version: '0.1.0', protocolMajor: 1 },
    },
    concurrency: 1,
  };
}

/** The line of a result; its outcome is text, since JSON.parse would not tell 1 from 1.0. */
export function resultOf(call, outcome = outcomeOf(call)) {
  return `{"type":"result","id":${call.id},${outcome}}`;
}

export const accepted = '"ok":{"value":{}}';

/** The right one, such as `"ok":{"value":{}}`. */
export function outcomeOf({ op, input }) {
  return (
    book()[
      createHash('sha256')
        .update(JSON.stringify([op, input]))
        .digest('hex')
    ] ?? accepted
  );
}

export function isRefused(call) {
  return outcomeOf(call).startsWith('"reject"');
}

export const milliseconds = (count) => new Promise((resolve) => setTimeout(resolve, count));

/** Keeps the process alive, and whoever waits for it waiting. */
export const forever = () => new Promise(() => setInterval(() => {}, 1_000_000));

let opened;

function book() {
  opened ??= process.argv[3] === undefined ? {} : JSON.parse(readFileSync(process.argv[3], 'utf8'));
  return opened;
}
