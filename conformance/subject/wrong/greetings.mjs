import { adapt, forever, greeting, say } from './adapter.mjs';

const { parameters } = greeting({});
const greets = (changes) => ({ hello: (hello) => say({ ...greeting(hello), ...changes }) });
const greetsWith = (parts) => greets({ parameters: { ...parameters, ...parts } });
const greetsAs = (edit) => ({ hello: (hello) => say(edit(JSON.stringify(greeting(hello)))) });
const leaves = (code) => () => process.exit(code);

adapt({
  'leaves-at-once': { start: leaves(0) },
  'fails-at-once': { start: leaves(3) },
  'leaves-at-hello': { hello: leaves(0) },
  'hangs-at-hello': { hello: forever },
  'says-hello-unasked': { start: () => say(greeting({ nonce: 'unasked' })), hello() {} },
  'says-hello-twice': {
    hello: (hello) => say(`${JSON.stringify(greeting(hello))}\n${JSON.stringify(greeting(hello))}`),
  },
  'another-nonce': greets({ nonce: 'another' }),
  'no-nonce': greets({ nonce: undefined }),
  'another-type': greets({ type: 'greeting' }),
  'a-member-too-many': greets({ pid: 1 }),
  'a-member-twice': greetsAs((line) => line.replace('{', '{"name":"first",')),
  'a-name-that-is-a-number': greets({ name: 1 }),
  'no-name': greets({ name: '' }),
  'ops-unknown': greets({ ops: ['manifest.guess'] }),
  'ops-no-list': greets({ ops: 'manifest.parse' }),
  'ops-none': greets({ ops: [] }),
  'features-no-texts': greets({ features: [1] }),
  'concurrency-zero': greets({ concurrency: 0 }),
  'concurrency-unlimited': greets({ concurrency: 'unlimited' }),
  'concurrency-with-a-point': greetsAs((line) => line.replace('"concurrency":1', '"concurrency":1.0')),
  'concurrency-beyond-all': greetsAs((line) => line.replace('"concurrency":1', `"concurrency":1${'0'.repeat(400)}`)),
  'parameters-missing': greets({ parameters: undefined }),
  'parameters-without-names': greets({ parameters: { runtime: parameters.runtime } }),
  'runtime-zero': greetsWith({ runtime: { version: '0.0.0', protocolMajor: 1 } }),
  'runtime-no-version': greetsWith({ runtime: { version: 'latest', protocolMajor: 1 } }),
  'runtime-of-negative-protocol': greetsWith({ runtime: { version: '0.1.0', protocolMajor: -1 } }),
  'protocol-2': greets({ protocol: 2 }),
  'protocol-as-text': greets({ protocol: '1' }),
  'no-common-protocol': {
    hello({ nonce }) {
      say({ type: 'no-common-protocol', nonce, protocol: { min: 2, max: 3 } });
      process.exit(0);
    },
  },
  'another-name-after-each-start': greets({ name: `wrong-${process.pid}` }),
});
