import { hookEvents } from '#spec/hooks.ts';
import type { Case } from '../../../case.ts';
import { insert, put } from '../../../rows.ts';
import { atHook, dispatching, giving, hook, hookId, id, payloadOf, pluginId, ran } from './given.ts';
import { comes, refusing, thenComes } from './rows.ts';

const two = dispatching({
  bound: [
    ['a', giving(7)],
    ['b', giving(9)],
  ],
});

const word = (event: string) => event.replace(/[:_]/g, '-');

/** A hook on each event, all of one plugin. */
const onEach = dispatching((world) => ({
  bound: hookEvents.map((event) => [word(event), giving(0), { event }]),
  event: 'skill:enabled',
  payload: payloadOf(world),
}));

/** Which hooks an event reaches, and in which order. */
export const selectCases: readonly Case[] = [
  comes('none', ['HOOK-SELECT', 'HOOK-MISSING'], dispatching({ bound: [], bindings: null, plugins: null }), () => ({
    outcomes: [],
    aborted: false,
    resolution: null,
    journal: [],
  })),
  comes('two', ['HOOK-SELECT', 'HOOK-SEQUENCE'], two, (world) => ({
    outcomes: [ran(world, 'a', 7), ran(world, 'b', 9)],
    aborted: false,
    resolution: null,
  })),
  thenComes('second-disabled', ['HOOK-SELECT'], 'two', put(atHook(1, 'enabled'), false), (world) => ({
    outcomes: [ran(world, 'a', 7)],
  })),
  thenComes('first-disabled', ['HOOK-SELECT'], 'two', put(atHook(0, 'enabled'), false), (world) => ({
    outcomes: [ran(world, 'b', 9)],
  })),
  thenComes('second-on-other-event', ['HOOK-SELECT'], 'two', put(atHook(1, 'event'), 'skill:enabled'), (world) => ({
    outcomes: [ran(world, 'a', 7)],
  })),
  thenComes('other-event', ['HOOK-SELECT'], 'two', put(['event'], 'skill:disabled'), () => ({ outcomes: [] })),
  thenComes(
    'second-on-unknown-event',
    ['HOOK-STORED', 'HOOK-SELECT'],
    'two',
    put(atHook(1, 'event'), 'skill:removed'),
    (world) => ({
      outcomes: [ran(world, 'a', 7)],
      aborted: false,
    }),
  ),
  thenComes(
    'second-event-in-capitals',
    ['HOOK-SELECT'],
    'two',
    put(atHook(1, 'event'), 'Skill:Quarantined'),
    (world) => ({
      outcomes: [ran(world, 'a', 7)],
    }),
  ),
  thenComes('no-hooks-file', ['HOOK-MISSING'], 'two', put(['bindings'], null), () => ({
    outcomes: [],
    aborted: false,
  })),
  ...hookEvents.map((event) =>
    event === 'skill:enabled'
      ? comes('on-skill-enabled', ['HOOK-SELECT'], onEach, (world) => ({ outcomes: [ran(world, word(event), 0)] }))
      : thenComes(`on-${word(event)}`, ['HOOK-SELECT'], 'on-skill-enabled', put(['event'], event), (world) => ({
          outcomes: [ran(world, word(event), 0)],
        })),
  ),
  refusing(['HOOK-EVENTS'], id('two'), 'hooks.unknown-event')('unknown-event', put(['event'], 'skill:removed')),
  comes(
    'event-of-other-skill',
    ['HOOK-SELECT', 'HOOK-STATUS'],
    dispatching((world) => ({
      bound: [['a', giving(7)]],
      payload: payloadOf(world, `${world.publisher}.other`),
      statuses: [{ skill_id: `${world.publisher}.other`, version: '3.1.4', status: 'quarantined' }],
    })),
    (world) => ({ outcomes: [ran(world, 'a', 7)] }),
  ),
  comes(
    'written-backwards',
    ['HOOK-SEQUENCE'],
    dispatching({ bound: ['c', 'b', 'a0', 'a.0', 'a'].map((name, i) => [name, giving([7, 9, 10, 11, 19][i] ?? 0)]) }),
    (world) => ({
      outcomes: [
        ran(world, 'a', 19),
        ran(world, 'a.0', 11),
        ran(world, 'a0', 10),
        ran(world, 'b', 9),
        ran(world, 'c', 7),
      ],
    }),
  ),
  comes(
    'several-of-one-plugin',
    ['HOOK-SELECT'],
    dispatching((world) => ({
      bound: [
        ['a', giving(7)],
        ['b', giving(9), { plugin_id: pluginId(world, 'a') }],
      ],
    })),
    (world) => ({
      outcomes: [
        ran(world, 'a', 7),
        { hook_id: hookId(world, 'b'), plugin_id: pluginId(world, 'a'), failure: null, output: { exit_code: 7n } },
      ],
    }),
  ),
  thenComes(
    'third-hook',
    ['HOOK-SELECT'],
    'two',
    (world) => insert(['bindings', 'json', 'entries', 0], hook(world, 'c', { plugin_id: pluginId(world, 'a') })),
    (world) => ({
      outcomes: [
        ran(world, 'a', 7),
        ran(world, 'b', 9),
        { hook_id: hookId(world, 'c'), plugin_id: pluginId(world, 'a'), failure: null, output: { exit_code: 7n } },
      ],
    }),
  ),
];
