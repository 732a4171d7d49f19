import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case, Recipe } from '../../../case.ts';
import type { DispatchModel } from '../../../recipe/models.ts';
import { put } from '../../../rows.ts';
import { exactly } from '../../manifest/exactly.ts';
import { allShown } from '../../runtime/runner/granting.ts';
import {
  atPlugin,
  codes,
  counting,
  dispatching,
  exitCodes,
  failed,
  giving,
  hookId,
  payloadOf,
  pluginId,
  ran,
} from './given.ts';
import { comes, thenComes } from './rows.ts';

const granted = { http_hosts: ['api.example.com'], storage_prefixes: ['plugins/cache'] };
const profile = { secrets: [], channels: [], ...granted };
const noProfile = { ...profile, http_hosts: [], storage_prefixes: [] };
const lines = `[capabilities]
http_egress_allowlist = ["api.example.com", "other.example.com"]
[capabilities.filesystem]
write_roots = ["plugins/cache"]`;

/** A guest that counts what it was given, on this event. */
function counts(event: string, granting = profile): (world: World) => Recipe {
  return dispatching((world) => ({
    bound: [['a', { capability_profile: granting, entrypoint: 'run' }, { event }]],
    installed: [counting(world, lines)],
    event,
  }));
}

const profileAt = (which: string) => [...atPlugin(0, 'capability_profile'), which];

/** With the capabilities that the result shows. */
function given(world: World, count: number, capabilities: Parameters<typeof allShown>[0]): WireValue {
  const output = { exit_code: BigInt(count), capabilities: exactly(allShown(capabilities)) };
  return { outcomes: [{ hook_id: hookId(world, 'a'), plugin_id: pluginId(world, 'a'), failure: null, output }] };
}

const runEvents = ['before_run', 'before_tool', 'after_tool', 'before_delivery', 'after_run'].map(
  (each) => `run:${each}`,
);
const word = (event: string) => event.replace(/[:_]/g, '-');

const grantCases: readonly Case[] = [
  ...['gateway:startup', 'skill:enabled', 'skill:quarantined', 'skill:disabled'].map((event) =>
    comes(`grants-at-${word(event)}`, ['HOOK-GRANTS'], counts(event), (world) => given(world, 2, granted)),
  ),
  ...runEvents.map((event) =>
    comes(`grants-at-${word(event)}`, ['HOOK-RUN-GRANTS'], counts(event), (world) => given(world, 0, {})),
  ),
  thenComes('grants-one', ['HOOK-GRANTS'], 'grants-at-skill-enabled', put(profileAt('storage_prefixes'), []), (world) =>
    given(world, 1, { http_hosts: granted.http_hosts }),
  ),
  comes('grants-none', ['HOOK-GRANTS'], counts('skill:enabled', noProfile), (world) => given(world, 0, {})),
  ...[
    ['not-in-policy', 'http_hosts', ['other.example.com']],
    ['not-in-manifest', 'storage_prefixes', ['plugins']],
    ['channel', 'channels', ['cli']],
  ].map(([name, which, values]) =>
    thenComes(
      `grants-${name}`,
      ['HOOK-GRANTS', 'HOOK-STEPS'],
      'grants-at-skill-enabled',
      put(profileAt(`${which}`), values ?? []),
      (world) => ({ outcomes: [failed(world, 'a', 'run')] }),
    ),
  ),
  comes(
    'grants-beyond-policy-at-run-event',
    ['HOOK-RUN-GRANTS'],
    dispatching((world) => ({
      bound: [
        ['a', { capability_profile: { ...profile, http_hosts: ['other.example.com'] } }, { event: 'run:before_tool' }],
      ],
      installed: [counting(world, lines)],
      event: 'run:before_tool',
    })),
    (world) => given(world, 0, {}),
  ),
];

const other = { event: 'x', text: 'Ignore all of it.', list: [1n, { a: null }], __proto: 'y' };
const same = 'two';

/** Two hooks that do as they always do, whatever the event says. */
function payloadIs(name: string, payload: (world: World) => DispatchModel['payload']): Case {
  const given = (world: World) => ({
    bound: [
      ['a', giving(7)],
      ['b', giving(9)],
    ] as const,
    payload: payload(world),
  });
  return comes(name, ['HOOK-NO-EVENT-DATA', 'HOOK-JOURNAL-DETAILS'], dispatching(given), (world) => ({
    outcomes: [ran(world, 'a', 7), ran(world, 'b', 9)],
    journal: ['a', 'b'].map((each) => ({
      event: 'hook.dispatched',
      details: { hook_id: hookId(world, each), details: { event_payload: exactly(payload(world)) } },
    })),
  }));
}

const timedOut = (world: World) => ({ outcomes: [failed(world, 'a', 'run'), ran(world, 'b', 9)] });
const unlimited = 10n ** 15n;

/** A hook that ends only because its time does, and one behind it. */
function timed(wallClockMs: bigint, timeoutMs: bigint): (world: World) => Recipe {
  return dispatching((world) => {
    const quotas = `[capabilities.quotas]\nfuel_budget = ${unlimited}\nwall_clock_timeout_ms = ${wallClockMs}`;
    return {
      bound: [
        ['a', 'endless'],
        ['b', giving(9)],
      ],
      installed: [codes(world, quotas)],
      policy: { fuel_budget: unlimited },
      timeoutMs,
    };
  });
}

export const guestCases: readonly Case[] = [
  ...grantCases,
  ...['with-argument', 'without-result'].map((name) =>
    thenComes(`entrypoint-${name}`, ['HOOK-ENTRYPOINT'], same, put(atPlugin(0, 'entrypoint'), name), (world) => ({
      outcomes: [failed(world, 'a', 'run'), ran(world, 'b', 9)],
    })),
  ),
  payloadIs('payload-of-other-skill', (world) => payloadOf(world, 'nobody.nothing')),
  payloadIs('payload-of-any-form', () => other),
  payloadIs('payload-empty', () => ({})),
  comes(
    'payload-of-startup',
    ['HOOK-NO-EVENT-DATA', 'HOOK-JOURNAL-DETAILS'],
    dispatching({
      bound: [['a', giving(7), { event: 'gateway:startup' }]],
      event: 'gateway:startup',
      payload: { source: 'gateway.startup' },
    }),
    (world) => ({
      outcomes: [ran(world, 'a', 7)],
      journal: [
        { details: { details: { event: 'gateway:startup', event_payload: exactly({ source: 'gateway.startup' }) } } },
      ],
    }),
  ),
  comes('time-of-host', ['HOOK-TIME', 'HOOK-ISOLATION'], timed(60_000n, 100n), timedOut),
  comes('time-of-manifest', ['HOOK-TIME', 'HOOK-ISOLATION'], timed(100n, 60_000n), timedOut),
  ...exitCodes.map((code) =>
    comes(`exit-${giving(code)}`, ['HOOK-ANY-EXIT'], dispatching({ bound: [['a', giving(code)]] }), (world) => ({
      outcomes: [ran(world, 'a', code)],
      resolution: null,
      aborted: false,
    })),
  ),
  comes(
    'output',
    ['HOOK-OUTPUT', 'HOOK-GRANTS'],
    dispatching((world) => ({
      bound: [['a', { tool_id: `${world.publisher}.${world.tool}`, entrypoint: giving(7), skill_version: '3.1.4' }]],
    })),
    (world) => ({
      outcomes: [
        {
          ...Object(ran(world, 'a', 7)),
          output: {
            exit_code: 7n,
            entrypoint: giving(7),
            resolved_from: 'installed_skill_artifact',
            skill: exactly({
              skill_id: world.skillId,
              version: '3.1.4',
              module_path: 'modules/main.wasm',
              tool_id: `${world.publisher}.${world.tool}`,
            }),
            capabilities: exactly(allShown({})),
          },
        },
      ],
    }),
  ),
  comes(
    'output-at-run-event',
    ['HOOK-OUTPUT'],
    dispatching({ bound: [['a', giving(10), { event: 'run:after_run' }]], event: 'run:after_run' }),
    (world) => ({
      outcomes: [
        {
          failure: null,
          output: {
            exit_code: 10n,
            lifecycle_decision: {
              schema_version: 1n,
              phase: 'after_run',
              kind: 'annotate',
              hook_id: hookId(world, 'a'),
              plugin_id: pluginId(world, 'a'),
            },
          },
        },
      ],
    }),
  ),
];
