import type { CapabilityClass } from '#spec/contracts/vocabulary.ts';
import { runnerDefaults } from '#spec/runner.ts';
import type { RunLimits } from '../engine/link.ts';

export type CapabilityLists = Readonly<Record<CapabilityClass, readonly string[]>>;

export const noCapabilities: CapabilityLists = { http_hosts: [], secrets: [], storage_prefixes: [], channels: [] };

/** What the operator of a host allows. */
export interface RunnerPolicy {
  readonly enabled: boolean;
  readonly allowInlineModules: boolean;
  readonly maxModuleBytes: bigint;
  readonly limits: RunLimits;
  readonly allowed: CapabilityLists;
}

export const defaultPolicy: RunnerPolicy = {
  enabled: false,
  allowInlineModules: false,
  maxModuleBytes: runnerDefaults.maxModuleBytes,
  limits: runnerDefaults.limits,
  allowed: noCapabilities,
};
