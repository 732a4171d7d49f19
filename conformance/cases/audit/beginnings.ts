import type { Case } from '../../case.ts';
import { record } from './expected.ts';
import { rowsOf, type Status, verdict } from './further-rows.ts';
import { audited, both, having, lines, of } from './given.ts';
import { stamped } from './modules.ts';

const memories = rowsOf('wasm_memory_minimum', 'AUD-MEMORY-MINIMUM');
const sized64 = (pages: number, max = 1024n) => ({
  memory_bytes: BigInt(pages) * 65_536n,
  max_memory_bytes: max * 65_536n,
});

const memoryCases: readonly Case[] = [
  memories('memory-none', 'pass', sized64(0), {}),
  memories('memory-of-no-pages', 'pass', sized64(0), { memories: [{ min: 0 }] }),
  memories('memory-of-one-page', 'pass', sized64(1), { memories: [{ min: 1 }] }),
  memories('memory-at-the-limit', 'pass', sized64(1024), { memories: [{ min: 1024 }] }),
  memories('memory-beyond-the-limit', 'fail', sized64(1025), { memories: [{ min: 1025 }] }),
  memories('memory-as-large-as-can-be', 'fail', sized64(65_536), { memories: [{ min: 65_536 }] }),
  memories('memory-that-may-become-large', 'pass', sized64(1), { memories: [{ min: 1, max: 65_536 }] }),
  ...[
    [131_072n, 2, 'pass'],
    [131_072n, 3, 'fail'],
    [131_071n, 2, 'fail'],
    [131_071n, 1, 'pass'],
    [2n ** 40n, 1025, 'fail'],
    [2n ** 40n, 1024, 'pass'],
  ].map(([quota, pages, status]) => withQuota(quota as bigint, pages as number, status as Status)),
];

function withQuota(quota: bigint, pages: number, status: Status): Case {
  const parts = { memories: [{ min: pages }] };
  const limit = quota < 67_108_864n ? quota : 67_108_864n;
  const details = { module_path: 'modules/main.wasm', memory_bytes: BigInt(pages) * 65_536n, max_memory_bytes: limit };
  const change = both(
    lines(`[capabilities.quotas]\nmax_memory_bytes = ${quota}`),
    having((world) => [['main.wasm', stamped(world, parts)]]),
  );
  const one = audited(`memory-of-${pages}-pages-in-a-quota-of-${quota}`, ['AUD-MEMORY-MINIMUM'], of(change));
  const value = () => ({
    ...verdict(status),
    further: { wasm_memory_minimum: [record('wasm_memory_minimum', status, details)] },
  });
  return { ...one, value };
}

const tables = rowsOf('wasm_table_minimum', 'AUD-TABLE-MINIMUM');
const elements = (count: number) => ({ table_elements: BigInt(count), max_table_elements: 100_000n });

const tableCases: readonly Case[] = [
  tables('table-none', 'pass', elements(0), {}),
  tables('table-at-the-limit', 'pass', elements(100_000), { tables: [{ min: 100_000 }] }),
  tables('table-beyond-the-limit', 'fail', elements(100_001), { tables: [{ min: 100_001 }] }),
  tables('table-second-beyond-the-limit', 'fail', elements(100_001), { tables: [{ min: 1 }, { min: 100_001 }] }),
  tables('table-the-larger-one-counts', 'pass', elements(70_000), { tables: [{ min: 70_000 }, { min: 60_000 }] }),
  tables('table-as-large-as-can-be', 'fail', elements(2 ** 32 - 1), { tables: [{ min: 2 ** 32 - 1 }] }),
  tables('table-that-may-become-large', 'pass', elements(1), { tables: [{ min: 1, max: 2 ** 32 - 1 }] }),
];

export const beginningCases: readonly Case[] = [...memoryCases, ...tableCases];
