import { type CapabilityClass, capabilityClasses } from '#spec/contracts/vocabulary.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, insert, put, remove } from '../../../rows.ts';
import { declares, entry, negotiating, notReady, ready, serves } from './negotiating.ts';

const proves = ['CON-CLASSES'] as const;
const kind = 'routing_strategy';
const allowed = ['adapters', 0, 'allowed_capability_classes'] as const;

const forbidden = notReady(entry(kind, { reasons: ['classes-not-allowed'] }));

/** The plugin uses the first classes, and the adapter allows the second. */
function uses(classes: readonly CapabilityClass[], allows: readonly CapabilityClass[]) {
  return negotiating({ declarations: [declares(kind)], classes, adapters: [serves(kind, { classes: allows })] });
}

/** One class that is allowed, and then all others are instead of it. */
function classCases(one: CapabilityClass): Case[] {
  const id = `runtime/contracts-class-${one.replaceAll('_', '-')}`;
  const others = capabilityClasses.filter((each) => each !== one);
  const [another = one] = others;
  return [
    accepted(`${id}-allowed`, proves, uses([one], [one]), ready(entry(kind))),
    changed(`${id}-not-allowed`, proves, `${id}-allowed`, put([...allowed, 0], another), forbidden),
    changed(`${id}-beside-allowed`, proves, `${id}-all-others`, insert(['capability_classes', 1], one), forbidden),
    accepted(`${id}-all-others`, proves, uses(others, others), ready(entry(kind))),
  ];
}

const all = [...capabilityClasses];
const backwards = [...capabilityClasses].reverse();

export const capabilityClassCases: readonly Case[] = [
  ...capabilityClasses.flatMap(classCases),
  accepted('runtime/contracts-classes-none', proves, uses([], []), ready(entry(kind))),
  accepted('runtime/contracts-classes-unused', proves, uses([], all), ready(entry(kind))),
  accepted('runtime/contracts-classes-all', proves, uses(all, all), ready(entry(kind))),
  accepted('runtime/contracts-classes-backwards', proves, uses(all, backwards), ready(entry(kind))),
  accepted(
    'runtime/contracts-classes-repeated',
    proves,
    uses(['secrets', 'secrets'], ['secrets', 'secrets']),
    ready(entry(kind)),
  ),
  changed(
    'runtime/contracts-classes-all-but-none-allowed',
    proves,
    'runtime/contracts-classes-all',
    put(allowed, []),
    forbidden,
  ),
  changed(
    'runtime/contracts-classes-allowed-left-out',
    [...proves, 'CON-DEFAULT-VERSION'],
    'runtime/contracts-classes-all',
    remove(allowed),
    forbidden,
  ),
  changed(
    'runtime/contracts-classes-repeated-not-allowed',
    proves,
    'runtime/contracts-classes-repeated',
    put(allowed, []),
    forbidden,
  ),
];
