import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { full } from './sample.ts';

const quota = (name: string, key: string, value: number) => {
  const rows = rowsAt(`manifest/quota-${name}`, ['MAN-QUOTAS'], {
    sample: full,
    piece: `${key} = ${value}\n`,
    shows: (shown) => ({ capabilities: { quotas: { [key]: shown } } }),
  });
  return {
    reads: (row: string, least: bigint) => rows.reads(row, `${key} = ${least}\n`, least),
    refuses: (row: string, less: bigint) => rows.refuses(row, `${key} = ${less}\n`, 'manifest.quota-too-small'),
  };
};

const time = quota('time', 'wall_clock_timeout_ms', 1500);
const fuel = quota('fuel', 'fuel_budget', 2_000_000);
const memory = quota('memory', 'max_memory_bytes', 131_072);

export const quotaCases: readonly Case[] = [
  time.reads('one', 1n),
  time.refuses('zero', 0n),
  fuel.reads('one', 1n),
  fuel.refuses('zero', 0n),
  memory.reads('one-page', 65_536n),
  memory.reads('one-page-and-a-byte', 65_537n),
  memory.refuses('one-byte-short', 65_535n),
  memory.refuses('zero', 0n),
];
