import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';

/** What the promise brings, or undefined when the time is over. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  const stop = new AbortController();
  const { signal } = stop;
  const over = sleep(ms, undefined, { signal })
    // What has happened while this program was busy is heard first.
    .then(() => turn(undefined, { signal }))
    .catch(() => undefined);
  const first = await Promise.race([promise, over]);
  stop.abort();
  return first;
}
