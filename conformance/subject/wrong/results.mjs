import { accepted, adapt, forever, greeting, milliseconds, resultOf, say } from './adapter.mjs';

const says = (outcome) => ({ call: (call) => say(resultOf(call, outcome)) });
const edits = (edit) => ({ call: (call) => say(edit(resultOf(call), call)) });

let earlier;

adapt({
  'id-as-text': edits((line, { id }) => line.replace(`"id":${id}`, `"id":"${id}"`)),
  'id-with-a-point': edits((line, { id }) => line.replace(`"id":${id}`, `"id":${id}.0`)),
  'id-of-no-call': edits((line, { id }) => line.replace(`"id":${id}`, '"id":4711')),
  'id-of-the-call-before': {
    call(call) {
      say(resultOf({ ...call, id: earlier ?? call.id }));
      earlier = call.id;
    },
  },
  'no-id': edits((line, { id }) => line.replace(`"id":${id},`, '')),
  'another-type': edits((line) => line.replace('"result"', '"response"')),
  'no-type': edits((line) => line.replace('"type":"result",', '')),
  'a-member-too-many': edits((line) => line.replace('{', '{"jsonrpc":"2.0",')),
  'a-member-twice': edits((line) => line.replace('{', '{"type":"result",')),
  'an-outcome-twice': edits((line) => line.replace(/\}$/, ',"ok":{"value":{}}}')),
  'two-outcomes': says(`${accepted},"reject":{"reason":"Io"}`),
  'result-and-null-fault': edits((line) => line.replace(/\}$/, ',"fault":null}')),
  'no-outcome': edits((line) => line.replace(/,"(?:ok|reject)".*$/, '}')),
  'unknown-outcome': says('"maybe":{}'),
  'ok-without-value': says('"ok":{}'),
  'ok-is-true': says('"ok":true'),
  'ok-with-more': says('"ok":{"value":{},"warnings":[]}'),
  'reject-without-words': says('"reject":{}'),
  'reject-with-a-number': says('"reject":{"reason":7}'),
  'reject-is-a-text': says('"reject":"Io"'),
  'unsupported-without-feature': says('"unsupported":{}'),
  'fault-without-message': says('"fault":{}'),
  'answers-twice': edits((line) => `${line}\n${line}`),
  'answers-early': {
    hello(hello) {
      say(`${JSON.stringify(greeting(hello))}\n${resultOf({ id: 1 }, accepted)}`);
    },
    call() {},
  },
  'answers-late': {
    async call(call) {
      await milliseconds(60_000);
      say(resultOf(call));
    },
  },
  'answers-bye': {
    bye(message) {
      say(resultOf({ ...message, id: 1 }, accepted));
      process.exit(0);
    },
  },
  'says-goodbye': {
    bye() {
      say({ type: 'bye' });
      process.exit(0);
    },
  },
  'never-answers': { call: forever },
});
