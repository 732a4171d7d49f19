import type { JsonObject } from '#spec/json/value.ts';
import type { CapabilityLists } from '../../runtime/runner/policy.ts';

/** What an operator lets a plugin reach, class by class, each value in its one spelling. */
export type CapabilityProfile = CapabilityLists;

/** What an operator notes about a binding; none of it changes what the plugin may do. */
export interface BindingOperator {
  readonly displayName: string | undefined;
  readonly notes: string | undefined;
  readonly ownerPrincipal: string | undefined;
  readonly updatedBy: string | undefined;
  readonly tags: readonly string[];
}

/** What is asked for when a plugin is bound, in normal form. */
export interface BindingRequest {
  readonly pluginId: string;
  readonly enabled: boolean;
  readonly skillId: string;
  /** Where there is none, the plugin follows the current version. */
  readonly skillVersion: string | undefined;
  readonly toolId: string | undefined;
  readonly modulePath: string | undefined;
  readonly entrypoint: string | undefined;
  readonly profile: CapabilityProfile;
  readonly operator: BindingOperator;
}

export interface PluginBinding extends BindingRequest {
  readonly cached: CachedAnswers;
  readonly createdAtUnixMs: bigint;
  readonly updatedAtUnixMs: bigint;
}

/** What the last check said. Nothing is decided by it; it is kept for whoever lists plugins without checking them. */
export interface CachedAnswers {
  readonly discovery: JsonObject;
  readonly config: JsonObject | undefined;
  readonly capabilityDiff: JsonObject;
  readonly typedContracts: JsonObject;
}

export interface PluginBindings {
  readonly updatedAtUnixMs: bigint;
  /** In the byte order of their plugin ids, each once. */
  readonly entries: readonly PluginBinding[];
}

export const noBindings: PluginBindings = { updatedAtUnixMs: 0n, entries: [] };
