import type { Case } from '../../../case.ts';
import { accepted, changed, insert, put } from '../../../rows.ts';
import { declares, entry, negotiating, notReady, ready, serves, untyped } from './negotiating.ts';

const legacy = ['CON-UNTYPED'] as const;
const many = ['CON-ENTRIES', 'CON-READY'] as const;
const decides = ['CON-ADAPTER-DECIDES'] as const;

const memory = entry('memory_provider');
const hook = entry('run_lifecycle_hook');

const unpublished = entry('policy_signal_provider', { version: 2n, reasons: ['no-descriptor', 'no-adapter'] });
/** Versions without a descriptor, so that the answer fits on a line. */
const thousand = [...Array(1000).keys()];

const two = [serves('memory_provider'), serves('run_lifecycle_hook')];

export const entryCases: readonly Case[] = [
  accepted('runtime/contracts-none-declared', legacy, negotiating({ declarations: [] }), untyped),
  accepted(
    'runtime/contracts-none-declared-classes-in-use',
    legacy,
    negotiating({ declarations: [], classes: ['channels', 'secrets', 'channels'] }),
    untyped,
  ),
  accepted(
    'runtime/contracts-none-declared-adapters-there',
    legacy,
    negotiating({ declarations: [], adapters: [...two, ...two] }),
    untyped,
  ),
  accepted(
    'runtime/contracts-none-declared-nothing-fits',
    legacy,
    negotiating({
      declarations: [],
      classes: ['http_hosts', 'secrets', 'storage_prefixes', 'channels'],
      adapters: [serves('memory_provider', { versions: [], adapter: '' }), serves('memory_provider')],
    }),
    untyped,
  ),
  changed(
    'runtime/contracts-one-declared-nothing-else',
    [...legacy, 'CON-ENTRIES'],
    'runtime/contracts-none-declared',
    insert(['declarations', 0], { kind: 'memory_provider' }),
    notReady(entry('memory_provider', { reasons: ['no-adapter'] })),
  ),
  accepted(
    'runtime/contracts-two-declared',
    many,
    negotiating({ declarations: [declares('memory_provider'), declares('run_lifecycle_hook')], adapters: two }),
    ready(memory, hook),
  ),
  accepted(
    'runtime/contracts-two-declared-backwards',
    many,
    negotiating({ declarations: [declares('run_lifecycle_hook'), declares('memory_provider')], adapters: two }),
    ready(hook, memory),
  ),
  changed(
    'runtime/contracts-repeated',
    many,
    'runtime/contracts-two-declared',
    insert(['declarations', 2], declares('memory_provider')),
    ready(memory, hook, memory),
  ),
  changed(
    'runtime/contracts-repeated-side-by-side',
    many,
    'runtime/contracts-two-declared',
    insert(['declarations', 0], declares('memory_provider')),
    ready(memory, memory, hook),
  ),
  changed(
    'runtime/contracts-first-of-two-rejected',
    many,
    'runtime/contracts-two-declared',
    put(['adapters', 0, 'supported_versions'], []),
    notReady(entry('memory_provider', { reasons: ['version-not-supported'] }), hook),
  ),
  changed(
    'runtime/contracts-second-of-two-rejected',
    many,
    'runtime/contracts-two-declared',
    put(['adapters', 1, 'supported_versions'], []),
    notReady(memory, entry('run_lifecycle_hook', { reasons: ['version-not-supported'] })),
  ),
  changed(
    'runtime/contracts-another-version-of-the-same',
    many,
    'runtime/contracts-two-declared',
    insert(['declarations', 1], declares('memory_provider', 2n)),
    notReady(
      memory,
      entry('memory_provider', { version: 2n, reasons: ['no-descriptor', 'version-not-supported'] }),
      hook,
    ),
  ),
  accepted(
    'runtime/contracts-thousand',
    many,
    negotiating({ declarations: thousand.map(() => declares('policy_signal_provider', 2n)) }),
    notReady(...thousand.map(() => unpublished)),
  ),
  accepted(
    'runtime/contracts-adapter-allows-more-than-published',
    decides,
    negotiating({
      declarations: [declares('policy_signal_provider')],
      classes: ['secrets'],
      adapters: [serves('policy_signal_provider', { classes: ['secrets'] })],
    }),
    ready(entry('policy_signal_provider')),
  ),
  accepted(
    'runtime/contracts-adapter-allows-less-than-published',
    decides,
    negotiating({ declarations: [declares('memory_provider')], adapters: [serves('memory_provider')] }),
    ready(memory),
  ),
  changed(
    'runtime/contracts-adapter-allows-less-than-is-used',
    decides,
    'runtime/contracts-adapter-allows-less-than-published',
    put(['capability_classes'], ['secrets']),
    notReady(entry('memory_provider', { reasons: ['classes-not-allowed'] })),
  ),
];
