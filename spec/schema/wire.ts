import { wireLimits } from '../protocol.ts';
import { base64 } from './patterns.ts';
import { type Definitions, list, object, ref, string, text } from './schema.ts';

const inlineBytes = BigInt(wireLimits.inlineBytes);
const blobBytes = BigInt(wireLimits.blobBytes);
const inlineBase64 = ((inlineBytes + 2n) / 3n) * 4n;

export const wireSchemas = {
  bytes: {
    oneOf: [
      object({ $b64: text(base64, { maxLength: inlineBase64 }) }),
      object({ $blob: ref('sha256'), size: { type: 'integer', minimum: inlineBytes + 1n, maximum: blobBytes } }),
    ],
  },
  namedBytes: list(object({ path: string, bytes: ref('bytes') })),
  json: { $comment: 'Any JSON value: whether it has the right shape is for the subject to say.' },
} satisfies Partial<Definitions>;
