import type { Case } from '../../../case.ts';
import { observed } from '../../../rows.ts';
import { declares, negotiating, serves } from './negotiating.ts';

const proves = ['CON-BULK'] as const;
const kind = 'policy_signal_provider';

function times<T>(item: T): readonly T[] {
  return Array.from({ length: 1001 }, () => item);
}

const declarations = [declares(kind)];

/** Software in the field knows no such bounds. */
export const bulkCases: readonly Case[] = [
  observed(
    'runtime/contracts-bulk-declarations',
    proves,
    'accepted',
    negotiating({ declarations: times(declares(kind, 2n)) }),
  ),
  observed(
    'runtime/contracts-bulk-classes',
    proves,
    'accepted',
    negotiating({ declarations, classes: times('secrets') }),
  ),
  observed(
    'runtime/contracts-bulk-adapters',
    proves,
    'accepted',
    negotiating({ declarations, adapters: times(serves(kind)) }),
  ),
  observed(
    'runtime/contracts-bulk-versions',
    proves,
    'accepted',
    negotiating({ declarations, adapters: [serves(kind, { versions: times(1n) })] }),
  ),
  observed(
    'runtime/contracts-bulk-allowed-classes',
    proves,
    'accepted',
    negotiating({ declarations, adapters: [serves(kind, { classes: times('secrets') })] }),
  ),
  observed(
    'runtime/contracts-bulk-adapter-name',
    proves,
    'accepted',
    negotiating({ declarations, adapters: [serves(kind, { adapter: 'a'.repeat(4097) })] }),
  ),
];
