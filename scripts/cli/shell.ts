import type { Readable } from 'node:stream';
import { isatty } from 'node:tty';
import { diskProblem } from '#reference/disk/problem.ts';
import { ok } from '#spec/result.ts';
import { type Outcome, refuse } from './problem.ts';
import { writeAll } from './streams.ts';

/** The world outside a command, passed in so that a test can have one of its own. */
export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** What relative paths are relative to. */
  readonly folder: string;
  readonly terminal: { readonly stdout: boolean; readonly stderr: boolean };
  nowUnixMs(): bigint;
  randomBytes(length: number): Uint8Array;
  /** Reads to the end; an input above the limit is refused without reading more of it. */
  readStdin(limit: number): Promise<Outcome<Uint8Array>>;
  /** Standard input and output for a command that is a conversation, and does not end with an output. */
  stdin(): AsyncIterable<Uint8Array>;
  writeStdout(text: string): Promise<Outcome<undefined>>;
  /** For what is worth reading while a command is still at work. */
  writeStderr(text: string): void;
  /** Has something tidied up should the program be interrupted, until the returned function is called. */
  whenInterrupted(tidy: () => unknown): () => void;
}

export function processShell(leaving: Set<() => unknown>): Shell {
  return {
    env: process.env,
    platform: process.platform,
    folder: process.cwd(),
    terminal: { stdout: isatty(1), stderr: isatty(2) },
    nowUnixMs: () => BigInt(Date.now()),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    readStdin: (limit) => readToEnd(process.stdin, limit),
    stdin: () => process.stdin,
    writeStdout: (text) => writeAll(process.stdout, text),
    writeStderr: (text) => void process.stderr.write(text),
    whenInterrupted: (tidy) => {
      leaving.add(tidy);
      return () => void leaving.delete(tidy);
    },
  };
}

export const stdinName = 'standard input';

async function readToEnd(stream: Readable, limit: number): Promise<Outcome<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > limit) return refuse({ code: 'cli.input-too-large', source: stdinName, limit });
      chunks.push(chunk);
    }
  } catch (error) {
    return refuse({ code: 'cli.unreadable', path: stdinName, detail: diskProblem(error) });
  }
  return ok(Buffer.concat(chunks));
}
