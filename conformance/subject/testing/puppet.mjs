import * as processes from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A subject that does what a test tells it: its first argument is run at the start, and `run` in the input of a call
 * instead of an answer. What such a program gives back is the value of the answer; undefined is none.
 */
const Program = Object.getPrototypeOf(async () => {}).constructor;
const blobs = {};
const tools = { blobs, processes, fs, sleep, say, write, greeting, result, putBlob, never, state: {} };

export const on = {
  hello: (message) => say(greeting(message)),
  async call(message) {
    const value = await perform(message.input.run ?? 'return {}', message);
    if (value !== undefined) say(result(message, { ok: { value } }));
  },
  bye: () => process.exit(0),
  end: () => process.exit(0),
};

await perform(process.argv[2] ?? '', {});
let rest = '';
for await (const text of process.stdin.setEncoding('utf8')) {
  const lines = (rest + text).split('\n');
  rest = lines.pop();
  for (const line of lines) {
    const message = JSON.parse(line);
    if (message.type === 'hello') Object.assign(blobs, message.blobs);
    await on[message.type](message);
  }
}
on.end();

function perform(program, message) {
  const scope = { ...tools, on, message };
  return new Program(...Object.keys(scope), program)(...Object.values(scope));
}

function say(message) {
  write(`${JSON.stringify(message)}\n`);
}

function write(text) {
  fs.writeSync(1, text);
}

function greeting({ nonce }, changes) {
  return {
    type: 'hello',
    protocol: 1,
    nonce,
    name: 'puppet',
    version: '1',
    language: 'javascript',
    ops: ['trust.load', 'key.parse', 'manifest.parse'],
    features: [],
    parameters: {
      names: { sbomEntry: 'sbom.cdx.json', defaultEntrypoint: 'run' },
      runtime: { version: '0.1.0', protocolMajor: 1 },
    },
    concurrency: 1,
    ...changes,
  };
}

function result({ id }, outcome) {
  return { type: 'result', id, ...outcome };
}

function putBlob(text) {
  const sha256 = createHash('sha256').update(text).digest('hex');
  fs.writeFileSync(`${blobs.outputs}/${sha256}`, text);
  return sha256;
}

function never() {
  return new Promise(() => setInterval(() => {}, 1_000_000));
}
