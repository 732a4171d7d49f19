import { wireLimits } from '#spec/protocol.ts';
import type { DiagnosisCode } from '../../diagnosis.ts';

/** Where what a subject has written goes on to the runner. */
interface Wire {
  deliver(chunk: Buffer): void;
  /** As if the subject had left with 0. */
  leave(): void;
}

export interface Fault {
  readonly happens: string;
  /** Undefined where it must not matter. */
  readonly says: DiagnosisCode | undefined;
  /** Takes the chunks of one process as they come. */
  readonly spoil: (wire: Wire) => (chunk: Buffer) => void;
}

export const noFault: Fault = {
  happens: 'nothing happens',
  says: undefined,
  spoil: (wire) => (chunk) => wire.deliver(chunk),
};

/** What happens to the answer to the one call; the greeting before it passes as it is. */
export const faults = {
  'split-writes': {
    happens: 'an answer comes byte by byte',
    says: undefined,
    spoil: (wire) => (chunk) => chunk.forEach((byte) => void wire.deliver(Buffer.of(byte))),
  },
  'slow-drip': {
    happens: 'an answer comes byte by byte, with pauses',
    says: undefined,
    spoil: dripping,
  },
  'carriage-returns': answer('an answer ends in CR LF', 'line.carriage-return', (line) => line.replace('\n', '\r\n')),
  nul: answer('an answer has a NUL in it', 'line.not-json', (line) => line.replace('{', '{\0')),
  'byte-order-mark': answer(
    'an answer begins with a byte order mark',
    'line.byte-order-mark',
    (line) => `\ufeff${line}`,
  ),
  'huge-line': answer('an answer is too long', 'line.too-long', (line) =>
    line.replace('{', `{${' '.repeat(wireLimits.lineBytes)}`),
  ),
  'banner-before': answer('a line of a log comes before an answer', 'line.not-json', (line) => `done\n${line}`),
  'answer-twice': answer('an answer comes twice', 'result.repeated', (line) => line + line),
  'another-id': answer('an answer has another id', 'result.unknown-id', (line) =>
    line.replace(/"id"\s*:\s*1(?!\d)/, '"id":4711'),
  ),
  'no-answer': answer('an answer is lost', 'call.timeout', () => ''),
  'half-a-line-and-exit': {
    happens: 'half an answer comes, and then the end',
    says: 'line.unfinished',
    spoil: (wire) =>
      lineByLine((line, count) => {
        wire.deliver(count === 1 ? line : line.subarray(0, line.length >> 1));
        if (count > 1) wire.leave();
      }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

function answer(happens: string, says: DiagnosisCode, edit: (line: string) => string): Fault {
  const spoil: Fault['spoil'] = (wire) =>
    lineByLine((line, count) => wire.deliver(count === 1 ? line : Buffer.from(edit(line.toString('utf8')))));
  return { happens, says, spoil };
}

/** Whole lines with their line feed, counted from 1. */
function lineByLine(take: (line: Buffer, count: number) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let count = 0;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
      const line = rest.subarray(0, end + 1);
      rest = rest.subarray(end + 1);
      take(line, ++count);
    }
  };
}

function dripping(wire: Wire): (chunk: Buffer) => void {
  let last = Promise.resolve();
  const deliver = (byte: number) =>
    new Promise<void>((resolve) => {
      setImmediate(() => {
        wire.deliver(Buffer.of(byte));
        resolve();
      });
    });
  return (chunk) => {
    for (const byte of chunk) last = last.then(() => deliver(byte));
  };
}
