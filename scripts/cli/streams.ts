import type { Writable } from 'node:stream';
import { diskProblem } from '#reference/disk/problem.ts';
import { ok } from '#spec/result.ts';
import { type Outcome, refuse } from './problem.ts';

/** A reader who has left, as `head` does, has seen what it wanted: that is no failure. */
export function writeAll(stream: Writable, content: string | Uint8Array): Promise<Outcome<undefined>> {
  if (content.length === 0) return Promise.resolve(ok(undefined));
  return new Promise((resolve) => {
    const done = (error?: Error | null) => {
      if (error === undefined || error === null) {
        stream.off('error', done);
        return resolve(ok(undefined));
      }
      const detail = diskProblem(error);
      if (hasLeft.includes(detail)) return resolve(ok(undefined));
      resolve(refuse({ code: 'cli.unwritable', path: 'standard output', detail }));
    };
    // The same failure also arrives as an event, which must not become an exception.
    stream.once('error', done);
    stream.write(content, done);
  });
}

/** What the first write after the reader has left says, and what later ones say. */
const hasLeft = ['EPIPE', 'ERR_STREAM_DESTROYED'];
