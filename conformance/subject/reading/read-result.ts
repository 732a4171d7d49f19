import type { Json, JsonObject } from '#spec/json/value.ts';
import type { Operation, Reply } from '#spec/operations.ts';
import { bytePlaces } from '#spec/wire/byte-places.ts';
import { readWire } from '#spec/wire/read.ts';
import type { BlobSource, WireProblemKind } from '#spec/wire/read-bytes.ts';
import type { Diagnosis, DiagnosisCode } from '../../diagnosis.ts';
import { Complaint, Fields } from './fields.ts';

export type ResultRead =
  | { readonly ok: true; readonly reply: Reply }
  | { readonly ok: false; readonly diagnosis: Diagnosis };

export const outcomeNames = ['ok', 'reject', 'unsupported', 'fault'] as const;
type Outcome = (typeof outcomeNames)[number];

const keys = ['type', 'id', ...outcomeNames];

const codeOf: Readonly<Record<WireProblemKind, DiagnosisCode>> = {
  malformed: 'result.malformed',
  'blob-missing': 'blob.missing',
  'blob-size': 'blob.size',
  'blob-hash': 'blob.hash',
};

/** The id of a result, where the message is one. */
export function readId(message: JsonObject): bigint | Diagnosis {
  const complaint = new Complaint();
  if (message.get('type') !== 'result') complaint.say('result.type is not "result"');
  const id = new Fields(message, keys, 'result', complaint).integer('id');
  return complaint.text === undefined ? id : { code: 'result.malformed', detail: complaint.text };
}

/** A result to a call that is open. */
export function readResult(message: JsonObject, operation: Operation, blobs: BlobSource): ResultRead {
  const [outcome, second] = outcomeNames.filter((name) => message.has(name));
  if (outcome === undefined) return refuse('result.malformed', `result has none of ${outcomeNames.join(', ')}`);
  if (second !== undefined) return refuse('result.two-outcomes', `result has ${outcome} and ${second}`);
  const complaint = new Complaint();
  const fields = new Fields(message, keys, 'result', complaint);
  if (outcome === 'ok') return readValue(fields, complaint, operation, blobs);
  const reply = readRefusal(outcome, fields);
  return complaint.text === undefined ? { ok: true, reply } : refuse('result.malformed', complaint.text);
}

function readValue(fields: Fields, complaint: Complaint, operation: Operation, blobs: BlobSource): ResultRead {
  const value: Json = fields.inner('ok', ['value']).json('value');
  if (complaint.text !== undefined) return refuse('result.malformed', complaint.text);
  const read = readWire(value, bytePlaces(operation, 'value'), blobs);
  if (read.ok) return { ok: true, reply: { outcome: 'ok', value: read.value } };
  const { kind, at, detail } = read.problem;
  return refuse(codeOf[kind], `result.ok.value.${at}: ${detail}`);
}

function readRefusal(outcome: Exclude<Outcome, 'ok'>, fields: Fields): Reply {
  if (outcome === 'unsupported') return { outcome, feature: fields.inner(outcome, ['feature']).text('feature') };
  if (outcome === 'fault') return { outcome, message: fields.inner(outcome, ['message']).text('message') };
  const reject = fields.inner(outcome, ['reason', 'native']);
  const [hasReason, hasNative] = [reject.has('reason'), reject.has('native')];
  if (!hasReason && !hasNative) fields.say(outcome, 'has neither reason nor native');
  return {
    outcome,
    reason: hasReason ? reject.text('reason') : '',
    native: hasNative ? reject.text('native') : '',
  };
}

function refuse(code: DiagnosisCode, detail: string): ResultRead {
  return { ok: false, diagnosis: { code, detail } };
}
