import type { WriteStream } from 'node:tty';

export interface ProgressLine {
  show(done: number, planned: number, failed: boolean): void;
  end(): void;
}

const interval = 100;

/** Cases done, failures so far and the rate, on one line that rewrites itself; nothing where nobody is looking. */
export function progressLine(stream: WriteStream): ProgressLine {
  if (!stream.isTTY) return { show: () => {}, end: () => {} };
  const started = performance.now();
  let failures = 0;
  let shown = 0;
  return {
    show(done, planned, failed) {
      if (failed) failures++;
      const now = performance.now();
      if (now - shown < interval && done < planned) return;
      shown = now;
      const rate = Math.round((done * 1000) / (now - started));
      stream.write(`\r\u001b[K${done}/${planned} cases, ${failures} failed, ${rate}/s`);
    },
    end: () => void stream.write('\r\u001b[K'),
  };
}
