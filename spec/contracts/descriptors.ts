import { contractKinds } from '../constants.ts';
import {
  type CapabilityClass,
  type ContractDescriptor,
  type ContractKind,
  type ContractOperation,
  capabilityClasses,
  lifecyclePhases,
  type Sensitivity,
  sdk,
} from './vocabulary.ts';

/** What sets one kind apart from the others. */
interface Particulars {
  /** What the schema of the output is of, where a plugin gives more than an output. */
  readonly output?: 'decision' | 'receipt';
  readonly sensitivity: Sensitivity;
  readonly operations: readonly ContractOperation[];
  readonly classes: readonly CapabilityClass[];
  readonly errors: readonly string[];
  readonly redacted: readonly string[];
  readonly audit: readonly string[];
  readonly observability: readonly string[];
}

const dataClasses: readonly CapabilityClass[] = ['http_hosts', 'secrets', 'storage_prefixes'];

const particulars: Readonly<Record<ContractKind, Particulars>> = {
  memory_provider: {
    sensitivity: 'sensitive',
    operations: ['provide_memory'],
    classes: dataClasses,
    errors: ['embed_request_failed', 'invalid_embedding_dimensions', 'degraded_fallback_active'],
    redacted: ['config.credentials', 'request.input_text', 'response.embedding_preview'],
    audit: ['binding.negotiated', 'memory.embedding_runtime', 'memory.embedding_failure'],
    observability: ['memory.embedding_runtime', 'memory.embedding_backfill', 'memory.embedding_degradation'],
  },
  context_engine: {
    sensitivity: 'sensitive',
    operations: ['plan_context'],
    classes: dataClasses,
    errors: ['context_plan_failed', 'segment_budget_exceeded', 'segment_redaction_required'],
    redacted: ['context.segment.preview', 'context.compaction.summary', 'context.references.inline'],
    audit: ['binding.negotiated', 'context.plan', 'context.segment_drop'],
    observability: ['context.plan', 'context.compaction', 'context.recall_mix'],
  },
  routing_strategy: {
    sensitivity: 'sensitive',
    operations: ['route_model'],
    classes: dataClasses,
    errors: ['routing_decision_failed', 'budget_gate_blocked', 'provider_selection_rejected'],
    redacted: ['routing.prompt_preview', 'routing.provider_credentials', 'routing.override_payload'],
    audit: ['binding.negotiated', 'routing.decision', 'routing.budget_gate'],
    observability: ['routing.decision', 'routing.model_mix', 'routing.provider_health'],
  },
  run_lifecycle_hook: {
    output: 'decision',
    sensitivity: 'sensitive',
    operations: ['decide_run_lifecycle'],
    classes: [],
    errors: ['hook_timeout', 'hook_panic', 'terminal_decision_conflict'],
    redacted: ['hook.payload.preview', 'hook.decision.reason'],
    audit: ['hook.dispatched', 'hook.failed', 'hook.decision'],
    observability: ['hook.latency', 'hook.terminal_decision'],
  },
  compaction_provider: {
    sensitivity: 'sensitive',
    operations: ['compact_context'],
    classes: dataClasses,
    errors: ['compaction_budget_exceeded', 'compaction_output_invalid'],
    redacted: ['compaction.input.preview', 'compaction.output.summary'],
    audit: ['compaction.provider_invoked', 'compaction.provider_failed'],
    observability: ['compaction.provider_latency'],
  },
  diagnostics_provider: {
    sensitivity: 'sensitive',
    operations: ['emit_diagnostics'],
    classes: ['storage_prefixes'],
    errors: ['diagnostics_redaction_required', 'diagnostics_output_invalid'],
    redacted: ['diagnostics.raw_payload', 'diagnostics.secret_like_values'],
    audit: ['diagnostics.provider_invoked'],
    observability: ['diagnostics.provider_latency'],
  },
  policy_signal_provider: {
    sensitivity: 'sensitive',
    operations: ['emit_policy_signal'],
    classes: [],
    errors: ['policy_signal_invalid'],
    redacted: ['policy.signal.context'],
    audit: ['policy.signal.provider_invoked'],
    observability: ['policy.signal.count'],
  },
  channel_binding_provider: {
    sensitivity: 'internal',
    operations: ['discover_binding', 'validate_binding', 'repair_binding_hint', 'explain_binding'],
    classes: ['channels'],
    errors: ['binding_collision', 'binding_validation_failed'],
    redacted: ['binding.external_identity'],
    audit: ['binding.provider_invoked', 'binding.repair_hint'],
    observability: ['binding.provider_latency'],
  },
  delivery_adapter: {
    output: 'receipt',
    sensitivity: 'sensitive',
    operations: ['deliver_message'],
    classes: ['channels'],
    errors: ['delivery_ack_unknown', 'delivery_duplicate_ack', 'delivery_nack'],
    redacted: ['delivery.message_preview'],
    audit: ['delivery.adapter_invoked', 'delivery.receipt'],
    observability: ['delivery.latency', 'delivery.retry_class'],
  },
  scheduler_task_provider: {
    sensitivity: 'internal',
    operations: ['schedule_task'],
    classes: ['storage_prefixes'],
    errors: ['scheduler_task_invalid', 'wake_gate_denied'],
    redacted: ['scheduler.task_payload'],
    audit: ['scheduler.provider_invoked'],
    observability: ['scheduler.task_count'],
  },
  model_auth_provider: {
    sensitivity: 'secret',
    operations: ['resolve_model_auth'],
    classes: ['secrets'],
    errors: ['credential_handle_missing', 'rate_limit_metadata_invalid'],
    redacted: ['model_auth.credential_handle'],
    audit: ['model_auth.provider_invoked'],
    observability: ['model_auth.rate_limit'],
  },
  connector_adapter: {
    sensitivity: 'sensitive',
    operations: ['connector_inbound', 'connector_outbound', 'connector_rate_limit', 'discover_binding'],
    classes: capabilityClasses,
    errors: ['connector_reconnect_failed', 'connector_duplicate_inbound', 'connector_delivery_nack'],
    redacted: ['connector.inbound.body', 'connector.outbound.body', 'connector.auth.handle'],
    audit: ['connector.adapter_invoked', 'connector.binding_discovered'],
    observability: ['connector.rate_limit', 'connector.delivery_latency'],
  },
};

/** One for each kind, in the order of the kinds: there is no second version of any yet. */
export const contractDescriptors: readonly ContractDescriptor[] = contractKinds.map((kind) => {
  const {
    output = 'output',
    sensitivity,
    operations,
    classes,
    errors,
    redacted,
    audit,
    observability,
  } = particulars[kind];
  return {
    kind,
    version: sdk.contractVersion,
    sdkAbiMajor: sdk.abi.major,
    inputSchema: `palyra.plugin.${kind}.input.v1`,
    outputSchema: `palyra.plugin.${kind}.${output}.v1`,
    defaultTimeoutMs: sdk.contractTimeoutMs,
    sensitivity,
    lifecycle: lifecyclePhases,
    operations,
    allowedCapabilityClasses: classes,
    errorCodes: ['contract_negotiation_failed', ...errors],
    redactedFields: redacted,
    auditHooks: audit,
    observabilityHooks: observability,
  };
});
