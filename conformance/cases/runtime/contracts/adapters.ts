import type { Case, RecipeValue } from '../../../case.ts';
import { accepted, changed, insert, put } from '../../../rows.ts';
import { declares, entry, negotiating, notReady, ready, serves, usualName } from './negotiating.ts';

const kind = 'delivery_adapter';
const other = 'connector_adapter';
const first = ['CON-FIRST-ADAPTER'] as const;
const none = ['CON-NO-ADAPTER'] as const;

const fits = serves(kind, { adapter: 'host.second' });

function servedBy(...adapters: readonly RecipeValue[]) {
  return negotiating({ declarations: [declares(kind)], adapters });
}

/** An adapter with this name, as it stands. */
function named(name: string, adapter: string): Case {
  const id = `runtime/contracts-adapter-named-${name}`;
  return accepted(
    id,
    ['CON-ENTRIES', 'CON-NAMES'],
    servedBy(serves(kind, { adapter })),
    ready(entry(kind, { adapter })),
  );
}

/** A member that an adapter does not have, with any value. */
function saysMore(name: string, member: string, value: RecipeValue): Case {
  const adapter = { kind, adapter: usualName, supported_versions: [1n], [member]: value };
  return accepted(
    `runtime/contracts-adapter-says-${name}`,
    ['CON-ADAPTER-FIELDS'],
    servedBy(adapter),
    ready(entry(kind)),
  );
}

export const adapterCases: readonly Case[] = [
  accepted('runtime/contracts-adapter-only', [...first, ...none], servedBy(serves(kind)), ready(entry(kind))),
  accepted(
    'runtime/contracts-adapter-between-others',
    [...first, ...none],
    servedBy(serves(other), serves(kind), serves('policy_signal_provider')),
    ready(entry(kind)),
  ),
  changed(
    'runtime/contracts-adapter-of-another-kind',
    none,
    'runtime/contracts-adapter-only',
    put(['adapters', 0, 'kind'], other),
    notReady(entry(kind, { reasons: ['no-adapter'] })),
  ),
  changed(
    'runtime/contracts-adapter-put-before-another',
    first,
    'runtime/contracts-adapter-only',
    insert(['adapters', 0], fits),
    ready(entry(kind, { adapter: 'host.second' })),
  ),
  accepted('runtime/contracts-adapter-first-of-two', first, servedBy(serves(kind), fits), ready(entry(kind))),
  changed(
    'runtime/contracts-adapter-first-has-another-version',
    first,
    'runtime/contracts-adapter-first-of-two',
    put(['adapters', 0, 'supported_versions'], [2n]),
    notReady(entry(kind, { reasons: ['version-not-supported'] })),
  ),
  accepted(
    'runtime/contracts-adapter-first-allows-class',
    first,
    negotiating({
      declarations: [declares(kind)],
      classes: ['secrets'],
      adapters: [serves(kind, { classes: ['secrets'] }), serves(kind, { adapter: 'host.second' })],
    }),
    ready(entry(kind)),
  ),
  changed(
    'runtime/contracts-adapter-second-allows-class',
    first,
    'runtime/contracts-adapter-first-allows-class',
    insert(['adapters', 0], serves(kind, { adapter: 'host.zeroth' })),
    notReady(entry(kind, { adapter: 'host.zeroth', reasons: ['classes-not-allowed'] })),
  ),
  named('empty', ''),
  named('blank', ' \t'),
  named('with-space-around', ' host.adapter\n'),
  named('upper-case', 'Host.ADAPTER'),
  named('accented', 'é\u0301😀'),
  named('like-null', 'null'),
  named('4096-bytes', 'a'.repeat(4096)),
  saysMore('since', 'since', '2026-01-01'),
  saysMore('null', 'priority', null),
  saysMore('object', 'limits', { classes: [] }),
  saysMore('version', 'version', 2n),
  saysMore('proto', '__proto__', { kind: other }),
  saysMore('camel-case', 'allowedCapabilityClasses', 'none'),
  accepted(
    'runtime/contracts-adapter-says-versions',
    ['CON-ADAPTER-FIELDS', 'CON-DEFAULT-VERSION'],
    servedBy({ kind, adapter: usualName, versions: [1n] }),
    notReady(entry(kind, { reasons: ['version-not-supported'] })),
  ),
];
