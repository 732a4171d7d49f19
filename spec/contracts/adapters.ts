import { contractDescriptors } from './descriptors.ts';
import type { AdapterSupport, ContractKind } from './vocabulary.ts';

const adapterNames: Readonly<Record<ContractKind, string>> = {
  memory_provider: 'journal.memory_embedding_provider',
  context_engine: 'application.context_engine',
  routing_strategy: 'usage_governance.routing',
  run_lifecycle_hook: 'runtime.run_lifecycle_hook',
  compaction_provider: 'application.compaction_provider',
  diagnostics_provider: 'operator.diagnostics_provider',
  policy_signal_provider: 'policy.signal_provider',
  channel_binding_provider: 'channels.binding_provider',
  delivery_adapter: 'channels.delivery_adapter',
  scheduler_task_provider: 'runtime.scheduler_task_provider',
  model_auth_provider: 'auth.model_auth_provider',
  connector_adapter: 'connectors.adapter_sdk',
};

/** What the shipping daemon serves contracts with: it allows what the descriptors allow. */
export const shippedAdapters: readonly AdapterSupport[] = contractDescriptors.map((descriptor) => ({
  kind: descriptor.kind,
  adapter: adapterNames[descriptor.kind],
  supportedVersions: [descriptor.version],
  allowedCapabilityClasses: descriptor.allowedCapabilityClasses,
}));
