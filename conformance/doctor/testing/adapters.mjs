import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapt, forever, greeting, resultOf, say } from '../../subject/wrong/adapter.mjs';

/**
 * Adapters that a doctor is shown. The one called `sane` does everything rightly that a doctor looks at; it is no
 * implementation, and every other one is it but for one thing.
 */
let folders;

const accepted = (value) => `"ok":{"value":${value}}`;
const unsupported = '"unsupported":{"feature":"op"}';

function bytesOf({ $b64, $blob }) {
  return $blob === undefined ? Buffer.from($b64, 'base64') : readFileSync(join(folders.inputs, $blob));
}

function putBlob(bytes) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(join(folders.outputs, sha256), bytes);
  return `{"$blob":"${sha256}","size":${bytes.length}}`;
}

/** The value of the worked example of an operation, which fits its schema. */
const examples = new Map();

function exampleOf(op) {
  if (!examples.has(op)) {
    const schema = readFileSync(
      join(import.meta.dirname, '..', '..', '..', 'spec', 'schemas', 'operations', `${op}.schema.json`),
    );
    examples.set(op, JSON.parse(schema).examples[0].value);
  }
  return structuredClone(examples.get(op));
}

/** A literal of the manifest is JSON too, so that it can be handed back as it was read. */
function manifestValue(text, literalOf = (literal) => literal) {
  const literal = /input_schema = \{ x = ([^\n]*) \}/.exec(text)?.[1] ?? 'null';
  const value = exampleOf('manifest.parse');
  value.manifest.entrypoints.tools[0].input_schema = '@';
  return JSON.stringify(value).replace('"@"', () => `{"x":${literalOf(literal)}}`);
}

function sane({ op, input }, { literalOf, put = putBlob } = {}) {
  if (!greeting({}).ops.includes(op)) return unsupported;
  if (Object.keys(input ?? {}).length === 0) return '"fault":{"message":"no input"}';
  if (op === 'manifest.parse') return accepted(manifestValue(bytesOf(input.text).toString('utf8'), literalOf));
  if (op === 'trust.add') return accepted(JSON.stringify({ trustStore: input.trustStore }));
  if (op === 'artifact.build') {
    const value = JSON.stringify({ ...exampleOf(op), artifact: '@' });
    return accepted(value.replace('"@"', () => put(Buffer.alloc(70_000, 'artifact'))));
  }
  return accepted(JSON.stringify(exampleOf(op)));
}

/** Every run costs 3, whatever it runs. JSON.parse would round a budget. */
function runs(line, { handles = 'null', left = (budget) => BigInt(budget) - 3n } = {}) {
  const budgets = /"fuelBudgets":\[([^\]]*)\]/.exec(line)?.[1].split(',') ?? [];
  const each = budgets.map(
    (budget) => `{"stop":null,"exitCode":7,"handles":${handles},"trap":null,"fuelLeft":${left(budget)}}`,
  );
  return accepted(`{"runs":[${each}]}`);
}

/** Of a host that does nothing but run modules. */
const runsOnly = ({ features = ['fuel:wasmtime'], outcomeOf = runs } = {}) => ({
  hello(message) {
    folders = message.blobs;
    say({ ...greeting(message), ops: ['runtime.run'], features });
  },
  call(call, line) {
    if (call.op !== 'runtime.run') return say(resultOf(call, unsupported));
    if (call.input?.module === undefined) return say(resultOf(call, '"fault":{"message":"no module"}'));
    say(resultOf(call, outcomeOf(line, call)));
  },
});

const answers = (outcomeOf) => ({ ...right, call: (call) => say(resultOf(call, outcomeOf(call))) });

const right = {
  hello(message) {
    folders = message.blobs;
    say(greeting(message));
  },
  call: (call) => say(resultOf(call, sane(call))),
};

const greets = (changes) => ({
  ...right,
  hello(message) {
    folders = message.blobs;
    say({ ...greeting(message), ...changes });
  },
});

/** Takes every chunk for a line, as a program does that was only ever tried by hand. */
async function takeChunks() {
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    const message = JSON.parse(chunk);
    if (message.type === 'hello') right.hello(message);
    if (message.type === 'call') right.call(message);
    if (message.type === 'bye') process.exit(0);
  }
  process.exit(0);
}

const known = ['type', 'id', 'op', 'input', 'deadlineMs'];
const isStrict = (call) => Object.keys(call).every((key) => known.includes(key));
let calls = 0;
let hasBuilt = false;
const kept = {};

const depthOf = (value) =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

adapt({
  sane: right,
  'no-name': greets({ name: '' }),
  'other-names': greets({
    parameters: { ...greeting({}).parameters, names: { sbomEntry: 'b.json', defaultEntrypoint: 'go' } },
  }),
  'host-zero': greets({ parameters: { ...greeting({}).parameters, runtime: { version: '0.0.0', protocolMajor: 1 } } }),
  'declares-nothing': greets({ ops: [] }),
  'declares-all': answers((call) => (call.op === 'key.parse' ? unsupported : sane(call))),
  'another-version-each-time': greets({ version: `${process.pid}` }),
  'members-twice': { hello: (hello) => say(JSON.stringify(greeting(hello)).replace('{', '{"name":"x",')) },
  'strict-about-members': { ...right, call: (call) => (isStrict(call) ? right.call(call) : process.exit(1)) },
  'wants-an-order': {
    ...right,
    call: (call) => (Object.keys(call)[0] === 'type' ? right.call(call) : process.exit(1)),
  },
  'dies-of-unknown-ops': answers((call) => (greeting({}).ops.includes(call.op) ? sane(call) : process.exit(1))),
  'refuses-unknown-ops': answers((call) =>
    greeting({}).ops.includes(call.op) ? sane(call) : '"reject":{"reason":"op"}',
  ),
  'refuses-malformed-input': answers((call) => sane(call).replace(/^"fault".*/, '"reject":{"native":"invalid"}')),
  shallow: { ...right, call: (call) => (depthOf(call) > 128 ? process.exit(1) : right.call(call)) },
  'empty-is-missing': answers((call) => (call.input?.text?.$b64 === '' ? '"fault":{"message":"no text"}' : sane(call))),
  'reads-no-blobs': answers((call) => (call.input?.text?.$blob ? '"fault":{"message":"no bytes"}' : sane(call))),
  'writes-no-blobs': answers((call) =>
    sane(call, { put: (bytes) => JSON.stringify({ $b64: bytes.toString('base64') }) }),
  ),
  'names-blobs-wrongly': answers((call) =>
    sane(call, { put: (bytes) => putBlob(bytes).replace(/[0-9a-f]{64}/, (hex) => hex.toUpperCase()) }),
  ),
  'counts-in-doubles': answers((call) => sane(call, { literalOf: (literal) => JSON.stringify(JSON.parse(literal)) })),
  'writes-question-marks': answers((call) => sane(call).replace(/[^ -~]/g, '?')),
  'writes-surplus-lines': {
    ...right,
    bye() {
      say('bye');
      process.exit(0);
    },
  },
  'counts-its-calls': answers((call) => (++calls > 9 ? '"reject":{"reason":"tired"}' : sane(call))),
  'keeps-what-it-trusts': answers((call) => {
    if (call.op !== 'trust.add') return sane(call);
    kept[call.input.publisher] = call.input.key;
    return accepted(JSON.stringify({ trustStore: kept }));
  }),
  'remembers-that-it-built': answers((call) => {
    hasBuilt ||= call.op === 'artifact.build';
    return call.op === 'key.parse' && hasBuilt ? '"reject":{"reason":"busy"}' : sane(call);
  }),
  'throws-dice': answers((call) =>
    call.op === 'grants.derive' ? accepted(`{"grants":{"random":${Math.random()}}}`) : sane(call),
  ),
  'throws-dice-to-refuse': answers((call) =>
    call.op === 'grants.derive' ? `"reject":{"reason":"r${Math.random()}"}` : sane(call),
  ),
  'takes-its-time': answers((call) =>
    call.op === 'runner.run' ? accepted(`{"exit_code":7,"duration_ms":${Math.round(performance.now())}}`) : sane(call),
  ),
  'exits-by-chance': answers((call) =>
    call.op === 'runner.run' ? accepted(`{"exit_code":${Math.round(performance.now())}}`) : sane(call),
  ),
  'misspells-features': greets({ features: ['acme:turbo', 'fuel:wastime', 'trap:clas'] }),
  'runs-only': runsOnly(),
  'runs-with-doubles': runsOnly({ outcomeOf: (line) => runs(line, { left: (budget) => BigInt(Number(budget)) - 3n }) }),
  'runs-with-doubles-of-its-own': runsOnly({
    features: [],
    outcomeOf: (line) => runs(line, { left: (budget) => BigInt(Number(budget)) - 3n }),
  }),
  'runs-without-blobs': runsOnly({
    outcomeOf: (line, { input }) => (input.module.$blob ? '"fault":{"message":"no bytes"}' : runs(line)),
  }),
  'runs-with-floats': runsOnly({ outcomeOf: (line) => runs(line).replaceAll('"exitCode":7', '"exitCode":7.0') }),
  'forgets-the-trap': runsOnly({ outcomeOf: (line) => runs(line).replaceAll('"trap":null,', '') }),
  'goes-back-in-time': answers((call) => sane(call).replace(/"duration_ms":\d+/, '"duration_ms":-1')),
  'dates-what-it-builds': answers((call) =>
    sane(call, { put: () => putBlob(Buffer.alloc(70_000, `${Math.random()}`)) }),
  ),
  'prints-as-it-trusts': {
    ...right,
    call(call) {
      if (call.op === 'trust.add') say(`adding ${call.input.publisher}`);
      right.call(call);
    },
  },
  'leaves-a-process-behind': {
    ...right,
    call(call) {
      if (call.op === 'signature.verify') spawn('sleep', ['600'], { stdio: 'ignore' }).unref();
      right.call(call);
    },
  },
  'talks-on-standard-error': { ...right, start: () => process.stderr.write('\u001b[31mready\n') },
  'stays-after-bye': { ...right, bye: forever },
  'stays-after-the-end': { ...right, end: forever },
  'leaves-with-1': { ...right, bye: () => process.exit(1) },
  turkish: answers((call) => (process.env.LANG?.startsWith('tr') ? '"reject":{"reason":"i"}' : sane(call))),
  'falls-silent': { ...right, call: forever },
  'falls-silent-later': { ...right, call: (call) => (call.op === 'manifest.parse' ? right.call(call) : forever()) },
  'never-greets': { hello: forever },
  'takes-chunks-for-lines': { start: takeChunks },
});
