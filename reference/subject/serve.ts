import type { WireValue } from '#spec/operations.ts';
import { protocolVersion, wireLimits } from '#spec/protocol.ts';
import type { Subject } from '#spec/subject.ts';
import { encodeMessage } from '#spec/wire/encode.ts';
import { blobFolders } from '../disk/blob-folders.ts';
import { answer } from './answer.ts';
import { readMessage } from './read-message.ts';
import { splitLines } from './split-lines.ts';

/**
 * A subject behind the protocol. It answers until bye, or until there is nothing more to read, or until `write` says
 * that nobody reads the answers. What comes back is what was wrong with a line of the runner, if anything was.
 */
export async function serve(
  subject: Subject,
  input: AsyncIterable<Uint8Array>,
  write: (line: string) => Promise<boolean>,
): Promise<string | undefined> {
  let blobs: ReturnType<typeof blobFolders> | undefined;
  let number = 0;
  for await (const line of splitLines(input, wireLimits.lineBytes)) {
    number++;
    if (line === 'too-long') return `line ${number} is longer than ${wireLimits.lineBytes} bytes`;
    const read = readMessage(line);
    if (!read.ok) return `line ${number} ${read.complaint}`;
    const { message } = read;
    switch (message.type) {
      case 'hello': {
        if (blobs !== undefined) return `line ${number} is another hello`;
        const { protocol, nonce } = message;
        blobs = blobFolders(message.blobs);
        const speaks = protocol.min <= protocolVersion && protocolVersion <= protocol.max;
        const reply = speaks ? greeting(subject, nonce) : noCommonProtocol(nonce);
        if (!(await write(`${encodeMessage(reply, blobs)}\n`)) || !speaks) return undefined;
        break;
      }
      case 'call':
        if (blobs === undefined) return `line ${number} is a call before hello`;
        if (!(await write(`${await answer(subject, message, blobs)}\n`))) return undefined;
        break;
      case 'bye':
        return undefined;
    }
  }
  return undefined;
}

function greeting({ name, version, operations, features, parameters }: Subject, nonce: string): WireValue {
  const { names, runtime } = parameters;
  return {
    type: 'hello',
    protocol: protocolVersion,
    nonce,
    name,
    version,
    language: 'typescript',
    ops: operations,
    features,
    parameters: { names: { ...names }, runtime: { ...runtime } },
    concurrency: 64n,
  };
}

function noCommonProtocol(nonce: string): WireValue {
  return { type: 'no-common-protocol', nonce, protocol: { min: protocolVersion, max: protocolVersion } };
}
