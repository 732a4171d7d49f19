import { quote } from '#spec/failure/evidence.ts';
import type { JsonObject } from '#spec/json/value.ts';
import type { Operation } from '#spec/operations.ts';
import { type Greeting, protocolVersion } from '#spec/protocol.ts';
import { operationSchemas } from '#spec/schema/operations.ts';
import type { Diagnosis } from '../../diagnosis.ts';
import { Complaint, Fields } from './fields.ts';

export type GreetingRead =
  | { readonly ok: true; readonly greeting: Greeting }
  | { readonly ok: false; readonly diagnosis: Diagnosis };

const keys = [
  'type',
  'protocol',
  'nonce',
  'name',
  'version',
  'language',
  'ops',
  'features',
  'parameters',
  'concurrency',
];

/** The first message of a subject. */
export function readGreeting(message: JsonObject, nonce: string): GreetingRead {
  const type = message.get('type');
  if (type === 'result') return refuse('result.early', 'the first line is a result, and not the greeting');
  if (type === 'no-common-protocol') return refuseProtocol(message, nonce);
  if (type !== 'hello') return refuse('hello.malformed', 'hello.type is not "hello"');
  const complaint = new Complaint();
  const fields = new Fields(message, keys, 'hello', complaint);
  const parameters = fields.inner('parameters', ['names', 'runtime']);
  const names = parameters.inner('names', ['sbomEntry', 'defaultEntrypoint']);
  const runtime = parameters.inner('runtime', ['version', 'protocolMajor']);
  const greeting: Greeting = {
    name: word(fields, 'name'),
    version: word(fields, 'version'),
    language: word(fields, 'language'),
    ops: readOperations(fields),
    features: distinctWords(fields, 'features'),
    parameters: {
      names: { sbomEntry: word(names, 'sbomEntry'), defaultEntrypoint: word(names, 'defaultEntrypoint') },
      runtime: { version: word(runtime, 'version'), protocolMajor: runtime.integer('protocolMajor') },
    },
    concurrency: fields.integer('concurrency'),
  };
  const protocol = fields.integer('protocol');
  const repeated = fields.text('nonce');
  if (greeting.concurrency < 1n) fields.say('concurrency', 'is less than 1');
  if (complaint.text !== undefined) return refuse('hello.malformed', complaint.text);
  if (repeated !== nonce) return refuse('hello.nonce', `hello.nonce is not the one that was sent`);
  if (protocol !== protocolVersion) {
    return refuse('hello.protocol', `hello.protocol is ${protocol}, and ${protocolVersion} was offered`);
  }
  return { ok: true, greeting };
}

function refuseProtocol(message: JsonObject, nonce: string): GreetingRead {
  const complaint = new Complaint();
  const fields = new Fields(message, ['type', 'nonce', 'protocol'], 'no-common-protocol', complaint);
  const range = fields.inner('protocol', ['min', 'max']);
  const [min, max] = [range.integer('min'), range.integer('max')];
  const repeated = fields.text('nonce');
  if (complaint.text !== undefined) return refuse('hello.malformed', complaint.text);
  if (repeated !== nonce) return refuse('hello.nonce', 'no-common-protocol.nonce is not the one that was sent');
  return refuse('hello.no-common-protocol', `it speaks ${min} to ${max}, and the suite ${protocolVersion}`);
}

function readOperations(fields: Fields): readonly Operation[] {
  return distinctWords(fields, 'ops').filter((name): name is Operation => {
    const isKnown = Object.hasOwn(operationSchemas, name);
    if (!isKnown) fields.say('ops', `has ${quote(name)}, which is no operation of protocol ${protocolVersion}`);
    return isKnown;
  });
}

function distinctWords(fields: Fields, key: string): readonly string[] {
  const texts = fields.texts(key);
  const seen = new Set<string>();
  for (const text of texts) {
    checkWord(fields, key, text);
    if (seen.has(text)) fields.say(key, `has ${quote(text)} more than once`);
    seen.add(text);
  }
  return texts;
}

/** Fit for a report: something, in one line, and not a page of it. */
function word(fields: Fields, key: string): string {
  const text = fields.text(key);
  checkWord(fields, key, text);
  return text;
}

function checkWord(fields: Fields, key: string, text: string): void {
  if (text === '') fields.say(key, 'is empty');
  if (text.length > 200) fields.say(key, 'has more than 200 characters');
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) fields.say(key, 'has a character that cannot be seen');
}

function refuse(code: Diagnosis['code'], detail: string): GreetingRead {
  return { ok: false, diagnosis: { code, detail } };
}
