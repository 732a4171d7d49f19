import type { JsonObject } from '#spec/json/value.ts';
import { parseLine } from '#spec/wire/parse-line.ts';

/** What JSON.stringify writes, as it is read from a line. */
export function messageOf(value: object): JsonObject {
  const parsed = parseLine(Buffer.from(JSON.stringify(value)));
  if (!parsed.ok) throw new Error(parsed.detail);
  return parsed.message;
}

export const parametersSaid = {
  names: { sbomEntry: 'sbom.cdx.json', defaultEntrypoint: 'run' },
  runtime: { version: '0.1.0', protocolMajor: 1 },
};

/** A greeting as a subject would write it. */
export const greetingSaid = {
  type: 'hello',
  protocol: 1,
  nonce: '4711',
  name: 'subject',
  version: '1',
  language: 'c',
  ops: ['key.parse', 'trust.load'],
  features: ['fuel:wasmtime'],
  parameters: parametersSaid,
  concurrency: 2,
};
