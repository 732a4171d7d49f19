/** What an operator notes about a hook; none of it changes what the hook does. */
export interface HookOperator {
  readonly displayName: string | undefined;
  readonly notes: string | undefined;
  readonly ownerPrincipal: string | undefined;
  readonly updatedBy: string | undefined;
}

/** One plugin that is run at one event. */
export interface HookBinding {
  readonly hookId: string;
  /** As it is kept: one that this host does not know belongs to a newer one, and never comes. */
  readonly event: string;
  readonly pluginId: string;
  readonly enabled: boolean;
  readonly operator: HookOperator;
  readonly createdAtUnixMs: bigint;
  readonly updatedAtUnixMs: bigint;
}

export interface HookBindings {
  readonly updatedAtUnixMs: bigint;
  /** In the byte order of their ids, each once. */
  readonly entries: readonly HookBinding[];
}

export const noHooks: HookBindings = { updatedAtUnixMs: 0n, entries: [] };

export const noOperator: HookOperator = {
  displayName: undefined,
  notes: undefined,
  ownerPrincipal: undefined,
  updatedBy: undefined,
};
