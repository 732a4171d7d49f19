import { wireLimits } from '#spec/protocol.ts';

export interface StdioOptions {
  /** The program and its arguments. No shell reads them. */
  readonly argv: readonly string[];
  /** Where the caller is: relative paths in `argv` start there. */
  readonly folder: string;
  /** Where the program starts, if not in an empty folder of its own. */
  readonly cwd?: string;
  /** What the program finds in its environment besides the little that it is always given. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether one process takes one call after the other, or each call gets a process of its own. */
  readonly transport?: 'stream' | 'one-shot';
  readonly helloMs?: number;
  readonly callMs?: number;
  readonly byeMs?: number;
  /** Of the program and all that it has started; watched on Linux. */
  readonly memoryBytes?: number;
}

export type StdioSettings = Required<Omit<StdioOptions, 'cwd'>> & Pick<StdioOptions, 'cwd'>;

export function withDefaults(options: StdioOptions): StdioSettings {
  return {
    env: {},
    transport: 'stream',
    helloMs: 30_000,
    callMs: 30_000,
    byeMs: wireLimits.byeMs,
    memoryBytes: 4 * 1024 ** 3,
    ...options,
  };
}
