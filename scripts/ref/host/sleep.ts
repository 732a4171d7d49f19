import type { Shell } from '../../cli/shell.ts';

/** Waiting that ends at once when the program is told to. */
export interface Waiting {
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly isEnded: () => boolean;
  /** Nothing is left that would keep the process alive. */
  stop(): void;
}

export function waiting(shell: Pick<Shell, 'whenInterrupted'>): Waiting {
  let isEnded = false;
  let wake = () => {};
  const settled = shell.whenInterrupted(() => {
    isEnded = true;
    wake();
  });
  return {
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        if (isEnded) return resolve();
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    isEnded: () => isEnded,
    stop: settled,
  };
}
