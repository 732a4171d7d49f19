import { isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import type { ByeMessage, HelloMessage } from '#spec/protocol.ts';
import { parseLine } from '#spec/wire/parse-line.ts';

type RunnerMessage = HelloMessage | Call | ByeMessage;

export interface Call {
  readonly type: 'call';
  readonly id: bigint;
  /** Of a later edition of the protocol, maybe. */
  readonly op: string;
  readonly input: Json;
}

export type MessageRead =
  | { readonly ok: true; readonly message: RunnerMessage }
  | { readonly ok: false; readonly complaint: string };

/** What a runner says. Members that nobody here knows are passed over, since a later runner may say more. */
export function readMessage(line: Uint8Array): MessageRead {
  const parse = parseLine(line);
  if (!parse.ok) return complain(`is no message: ${parse.detail}`);
  if (parse.repeated.length > 0) return complain('has an object with a key twice');
  const type = parse.message.get('type');
  switch (type) {
    case 'hello':
      return readHello(parse.message);
    case 'call':
      return readCall(parse.message);
    case 'bye':
      return { ok: true, message: { type } };
    default:
      return complain('has a "type" other than hello, call and bye');
  }
}

function readHello(message: JsonObject): MessageRead {
  const protocol = message.get('protocol');
  const nonce = message.get('nonce');
  const blobs = message.get('blobs');
  const [min, max] = isJsonObject(protocol) ? [protocol.get('min'), protocol.get('max')] : [];
  const [inputs, outputs] = isJsonObject(blobs) ? [blobs.get('inputs'), blobs.get('outputs')] : [];
  if (typeof min !== 'bigint' || typeof max !== 'bigint') return complain('has no range of protocols');
  if (typeof nonce !== 'string') return complain('has no nonce');
  if (typeof inputs !== 'string' || typeof outputs !== 'string') return complain('has no folders for blobs');
  return { ok: true, message: { type: 'hello', protocol: { min, max }, nonce, blobs: { inputs, outputs } } };
}

function readCall(message: JsonObject): MessageRead {
  const id = message.get('id');
  const op = message.get('op');
  const input = message.get('input');
  if (typeof id !== 'bigint') return complain('has no id');
  if (typeof op !== 'string') return complain('has no op');
  if (input === undefined) return complain('has no input');
  return { ok: true, message: { type: 'call', id, op, input } };
}

function complain(complaint: string): MessageRead {
  return { ok: false, complaint };
}
