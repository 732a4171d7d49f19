import { decisionKinds, hookFailures, runPhases } from '../hooks.ts';
import { i64 } from './numbers.ts';
import { runResult } from './runtime.ts';
import { boolean, list, nullable, object, ref, type Schema, string, word } from './schema.ts';

const words = nullable(string);

const hook = object({
  hook_id: string,
  event: string,
  plugin_id: string,
  enabled: boolean,
  operator: object({ display_name: words, notes: words, owner_principal: words, updated_by: words }),
  created_at_unix_ms: i64,
  updated_at_unix_ms: i64,
});

/** The bindings of hooks in normal form. */
export const hookIndex = object({ schema_version: { const: 1n }, updated_at_unix_ms: i64, entries: list(hook) });

export const hookChange: Schema = {
  oneOf: [
    object({
      kind: { const: 'bind' },
      hook_id: string,
      event: string,
      plugin_id: string,
      enabled: boolean,
      operator: object({ display_name: words, notes: words, owner_principal: words }),
    }),
    object({ kind: word('enable', 'disable', 'remove'), hook_id: string }),
  ],
};

export const hookStatus = object({ skill_id: string, version: string, status: string });

/** What else a decision says is free: its reason, its remarks, what it would change. */
const decision: Schema = {
  type: 'object',
  properties: {
    schema_version: { const: 1n },
    phase: word(...runPhases),
    kind: word(...decisionKinds),
    hook_id: string,
    plugin_id: string,
  },
  required: ['schema_version', 'phase', 'kind', 'hook_id', 'plugin_id'],
};

export const hookDispatchValue = {
  outcomes: list(
    object({
      hook_id: string,
      plugin_id: string,
      failure: nullable(word(...hookFailures)),
      output: nullable(object(runResult, { lifecycle_decision: decision })),
    }),
  ),
  aborted: boolean,
  resolution: nullable(
    object({
      schema_version: { const: 1n },
      phase: word(...runPhases),
      selected: decision,
      candidates: list(decision),
      conflicts: list(string),
      terminal: boolean,
    }),
  ),
  journal: list(ref('json')),
};
