import type { Case, Edit } from '../../../case.ts';
import { accepted, changed, put, remove } from '../../../rows.ts';
import { type Code, declares, entry, negotiating, notReady, ready, serves } from './negotiating.ts';

const kind = 'memory_provider';
const published = 'runtime/contracts-version-1';
const greatest = 4_294_967_295n;

const declared = ['declarations', 0, 'version'] as const;
const supported = ['adapters', 0, 'supported_versions'] as const;

/** The adapter supports these versions, and the plugin declares this one. */
function supports(name: string, versions: readonly bigint[], version: bigint, ...reasons: Code[]): Case {
  const given = negotiating({ declarations: [declares(kind, version)], adapters: [serves(kind, { versions })] });
  const answer = entry(kind, { version, reasons });
  const proves = ['CON-VERSIONS', 'CON-NO-DESCRIPTOR'] as const;
  return accepted(
    `runtime/contracts-version-${name}`,
    proves,
    given,
    reasons.length === 0 ? ready(answer) : notReady(answer),
  );
}

function declaring(name: string, version: bigint): Case {
  return changed(
    `runtime/contracts-version-${name}`,
    ['CON-NO-DESCRIPTOR', 'CON-VERSIONS', 'CON-FIELD-TYPES'],
    published,
    put(declared, version),
    notReady(entry(kind, { version, reasons: ['no-descriptor', 'version-not-supported'] })),
  );
}

function supporting(name: string, edit: Edit): Case {
  return changed(
    `runtime/contracts-version-${name}`,
    ['CON-VERSIONS', 'CON-DEFAULT-VERSION'],
    published,
    edit,
    notReady(entry(kind, { reasons: ['version-not-supported'] })),
  );
}

export const versionCases: readonly Case[] = [
  supports('1', [1n], 1n),
  declaring('0', 0n),
  declaring('2', 2n),
  declaring('greatest', greatest),
  supporting('1-of-none', put(supported, [])),
  supporting('1-of-not-said', remove(supported)),
  supporting('1-of-0', put(supported, [0n])),
  supporting('1-of-2', put(supported, [2n])),
  supporting('1-of-10', put(supported, [10n])),
  supports('1-last', [3n, 2n, 1n], 1n),
  supports('1-amid', [greatest, 1n, 0n], 1n),
  supports('1-repeated', [2n, 1n, 2n, 1n], 1n),
  supports('0-supported', [0n], 0n, 'no-descriptor'),
  supports('2-supported', [1n, 2n], 2n, 'no-descriptor'),
  supports('2-between', [1n, 3n], 2n, 'no-descriptor', 'version-not-supported'),
  supports('greatest-supported', [greatest], greatest, 'no-descriptor'),
  accepted(
    'runtime/contracts-version-left-out',
    ['CON-DEFAULT-VERSION'],
    negotiating({ declarations: [{ kind }], adapters: [serves(kind)] }),
    ready(entry(kind)),
  ),
  changed(
    'runtime/contracts-version-left-out-of-0',
    ['CON-DEFAULT-VERSION', 'CON-VERSIONS'],
    'runtime/contracts-version-left-out',
    put(supported, [0n]),
    notReady(entry(kind, { reasons: ['version-not-supported'] })),
  ),
];
