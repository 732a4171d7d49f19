import { toJson, toJsonObject } from '../../compile/plain.ts';
import type { OperationInput, OperationValue } from '../../operations.ts';
import * as run from './run.ts';

/** One hook, from the change that binds it to an event that finds its plugin gone. */

const boundAt = 1_750_000_000_000n;

const operator = {
  display_name: null,
  notes: 'Tells the team.',
  owner_principal: 'admin:ops',
  updated_by: 'admin:ops',
};

const hook = {
  hook_id: 'acme.notify',
  event: 'skill:quarantined',
  plugin_id: 'acme.notifier',
  enabled: true,
  operator,
  created_at_unix_ms: boundAt,
  updated_at_unix_ms: boundAt,
};

const document = { schema_version: 1n, updated_at_unix_ms: boundAt, entries: [hook] };

const file = Buffer.from(`{
  "schema_version": 1,
  "updated_at_unix_ms": 1750000000000,
  "entries": [
    {
      "hook_id": "acme.notify",
      "event": "skill:quarantined",
      "plugin_id": "acme.notifier",
      "enabled": true,
      "operator": {"notes": "Tells the team.", "owner_principal": "admin:ops", "updated_by": "admin:ops"},
      "created_at_unix_ms": 1750000000000,
      "updated_at_unix_ms": 1750000000000
    }
  ]
}`);

const payload = toJson({ event: 'skill.quarantined', skill_id: 'acme.echo_skill', version: '1.0.0' });

const index = toJson(document);

type Worked<O extends 'hooks.load' | 'hooks.change' | 'hooks.dispatch'> = {
  readonly input: OperationInput<O>;
  readonly value: OperationValue<O>;
};

export const load: Worked<'hooks.load'> = { input: { bindings: file }, value: { index } };

export const change: Worked<'hooks.change'> = {
  input: {
    bindings: null,
    plugins: ['acme.notifier'],
    change: toJsonObject({
      kind: 'bind',
      hook_id: ' Acme.Notify ',
      event: 'SKILL:QUARANTINED',
      plugin_id: 'acme.notifier',
      enabled: true,
      operator: { display_name: ' ', notes: 'Tells the team.', owner_principal: null },
    }),
    principal: 'admin:ops',
    nowUnixMs: boundAt,
  },
  value: { index },
};

export const dispatch: Worked<'hooks.dispatch'> = {
  input: {
    bindings: file,
    plugins: null,
    installed: [],
    statuses: [],
    policy: toJsonObject(run.policy),
    timeoutMs: 750n,
    event: 'skill:quarantined',
    payload,
  },
  value: {
    outcomes: [{ hook_id: 'acme.notify', plugin_id: 'acme.notifier', failure: 'plugin-missing', output: null }],
    aborted: false,
    resolution: null,
    journal: [
      toJsonObject({
        event: 'hook.failed',
        details: {
          hook_id: 'acme.notify',
          plugin_id: 'acme.notifier',
          details: {
            event: 'skill:quarantined',
            reason: 'plugin-missing: its plugin is not bound',
            event_payload: payload,
          },
        },
      }),
    ],
  },
};
