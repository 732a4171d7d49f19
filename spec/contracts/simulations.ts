import type { SimulationFixture } from './vocabulary.ts';

/** The fixtures that come with the SDK, in their order. */
export const builtInSimulations: readonly SimulationFixture[] = [
  {
    name: 'good.delivery_adapter.channel_only',
    expectedAccepted: true,
    declarations: [{ kind: 'delivery_adapter', version: 1n }],
    requestedCapabilityClasses: ['channels'],
  },
  {
    name: 'bad.run_lifecycle_hook.secret_capability',
    expectedAccepted: false,
    declarations: [{ kind: 'run_lifecycle_hook', version: 1n }],
    requestedCapabilityClasses: ['secrets'],
  },
  {
    name: 'bad.connector_adapter.incompatible_abi',
    expectedAccepted: false,
    declarations: [{ kind: 'connector_adapter', version: 2n }],
    requestedCapabilityClasses: ['channels'],
  },
];
