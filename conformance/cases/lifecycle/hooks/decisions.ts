import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import { type DecisionKind, type RunPhase, runPhases } from '#spec/hooks.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case, Recipe } from '../../../case.ts';
import { put } from '../../../rows.ts';
import { exactly } from '../../manifest/exactly.ts';
import { atPlugin, dispatching, exitCodes, failed, giving, hookId, pluginId, ran } from './given.ts';
import { comes, thenComes } from './rows.ts';

const word = (name: string) => name.replaceAll('_', '-');

/** Hooks of one phase, by their exit codes; or by what else their plugin is. */
function deciding(phase: RunPhase, bound: Readonly<Record<string, number | string>>): (world: World) => Recipe {
  return dispatching({
    bound: Object.entries(bound).map(([name, how]) => [
      name,
      typeof how === 'number' ? giving(how) : how,
      { event: `run:${phase}` },
    ]),
    event: `run:${phase}`,
    payload: { source: 'run', step: 1n },
  });
}

function decision(world: World, phase: RunPhase, name: string, kind: DecisionKind): WireValue {
  const hook_id = hookId(world, name);
  return { schema_version: 1n, phase, kind, hook_id, plugin_id: pluginId(world, name) };
}

function conflict(world: World, name: string, kind: DecisionKind): string {
  return `${hookId(world, name)}:${pluginId(world, name)}:${kind}`;
}

function isTerminal(kind: DecisionKind): boolean {
  return kind === 'request_approval' || kind === 'block' || kind === 'fail_run';
}

/** What one hook decides alone. */
function alone(world: World, phase: RunPhase, kind: DecisionKind, code: number): WireValue {
  return {
    outcomes: [ran(world, 'a', code)],
    resolution: {
      schema_version: 1n,
      phase,
      selected: decision(world, phase, 'a', kind),
      candidates: [decision(world, phase, 'a', kind)],
      conflicts: [],
      terminal: isTerminal(kind),
    },
  };
}

/** HOOK-EXIT-CODES, as the chapter has it. */
function meaning(code: number): DecisionKind {
  const named = new Map<number, DecisionKind>([
    [0, 'continue'],
    [20, 'request_approval'],
    [30, 'block'],
    [40, 'transform_preview'],
  ]);
  return named.get(code) ?? (code < 0 || code > 49 ? 'fail_run' : 'annotate');
}

/** In the phase where every decision can be taken. */
const codeCases = exitCodes.map((code) =>
  comes(
    `decision-${giving(code)}`,
    ['HOOK-EXIT-CODES', 'HOOK-TERMINAL'],
    deciding('before_delivery', { a: code }),
    (world) => alone(world, 'before_delivery', meaning(code), code),
  ),
);

const oneOfEach: readonly (readonly [DecisionKind, number, readonly RunPhase[]])[] = [
  ['continue', 0, runPhases],
  ['annotate', 10, runPhases],
  ['request_approval', 20, ['before_run', 'before_tool', 'before_delivery']],
  ['block', 30, ['before_run', 'before_tool', 'before_delivery']],
  ['transform_preview', 40, ['before_delivery']],
  ['fail_run', 50, ['before_run', 'before_tool', 'after_tool', 'before_delivery']],
];

const phaseCases = runPhases.flatMap((phase) =>
  oneOfEach.map(([kind, code, phases]) =>
    comes(`${word(kind)}-in-${word(phase)}`, ['HOOK-PHASES'], deciding(phase, { a: code }), (world) =>
      phases.includes(phase) ? alone(world, phase, kind, code) : nothingDecided(world, phase),
    ),
  ),
);

function nothingDecided(world: World, phase: RunPhase, outcome = failed(world, 'a', 'decision')): WireValue {
  return { outcomes: [outcome], resolution: byRuntime(phase), aborted: false };
}

function byRuntime(phase: RunPhase): WireValue {
  const selected = { phase, kind: 'continue', hook_id: 'runtime', plugin_id: 'runtime' };
  return { schema_version: 1n, phase, selected, candidates: [], conflicts: [], terminal: false };
}

/** Which of several decisions counts, and which are in conflict with it. */
function resolves(
  name: string,
  proves: readonly RequirementId[],
  phase: RunPhase,
  bound: Readonly<Record<string, number>>,
  selected: string,
  conflicts: readonly string[],
): Case {
  const kindOf = (each: string) => meaning(bound[each] ?? 0);
  return comes(name, proves, deciding(phase, bound), (world) => ({
    outcomes: Object.entries(bound).map(([each, code]) => ran(world, each, code)),
    resolution: {
      selected: decision(world, phase, selected, kindOf(selected)),
      conflicts: conflicts.map((each) => conflict(world, each, kindOf(each))),
      terminal: isTerminal(kindOf(selected)),
    },
  }));
}

const priority = ['HOOK-PRIORITY', 'HOOK-CONFLICTS', 'HOOK-ALL-HEARD'] as const;
const ascending = [0, 10, 40, 20, 30, 50];

/** Each decision against the next stronger one, in both orders. */
const pairs = ascending.slice(0, -1).flatMap((weak, i) => {
  const strong = ascending[i + 1] ?? 0;
  const name = `${word(meaning(strong))}-over-${word(meaning(weak))}`;
  return [
    resolves(name, priority, 'before_delivery', { a: weak, b: strong }, 'b', ['a']),
    resolves(`${name}-that-comes-behind`, priority, 'before_delivery', { a: strong, b: weak }, 'a', ['b']),
  ];
});

const equals = ascending.map((code) =>
  resolves(
    `two-of-${word(meaning(code))}`,
    ['HOOK-PRIORITY', 'HOOK-CONFLICTS'],
    'before_delivery',
    { a: code, b: code },
    'a',
    code === 0 ? [] : ['b'],
  ),
);

export const decisionCases: readonly Case[] = [
  ...codeCases,
  ...phaseCases,
  ...pairs,
  ...equals,
  resolves('three-in-their-order', priority, 'before_tool', { a: 30, b: 20, c: 10 }, 'a', ['b', 'c']),
  resolves('strongest-in-the-middle', ['HOOK-PRIORITY', 'HOOK-ALL-HEARD'], 'before_tool', { a: 0, b: 50 }, 'b', ['a']),
  resolves('last-says-stop', ['HOOK-ALL-HEARD'], 'before_run', { a: 30, b: -1 }, 'b', ['a']),
  resolves('three-continue', ['HOOK-CONFLICTS'], 'after_run', { a: 0, b: 0, c: 0 }, 'a', []),
  comes('no-hooks-of-run', ['HOOK-NO-DECISION'], deciding('before_tool', {}), () => ({
    outcomes: [],
    resolution: byRuntime('before_tool'),
    aborted: false,
  })),
  comes(
    'failing-hook-of-run',
    ['HOOK-FAIL-OPEN', 'HOOK-NO-DECISION'],
    deciding('before_tool', { a: 'trap' }),
    (world) => nothingDecided(world, 'before_tool', failed(world, 'a', 'run')),
  ),
  ...runPhases.map((phase) =>
    comes(`failing-hook-in-${word(phase)}`, ['HOOK-FAIL-OPEN'], deciding(phase, { a: 'trap', b: 10 }), (world) => ({
      outcomes: [failed(world, 'a', 'run'), ran(world, 'b', 10)],
      resolution: { selected: decision(world, phase, 'b', 'annotate'), conflicts: [], terminal: false },
    })),
  ),
  comes(
    'plugin-disabled-of-run',
    ['HOOK-FAIL-OPEN', 'HOOK-ISOLATION'],
    deciding('before_run', { a: 30, b: 20 }),
    (world) => ({
      outcomes: [ran(world, 'a', 30), ran(world, 'b', 20)],
      resolution: {
        selected: { kind: 'block' },
        conflicts: [conflict(world, 'b', 'request_approval')],
        terminal: true,
      },
    }),
  ),
  thenComes(
    'strongest-hook-fails',
    ['HOOK-FAIL-OPEN', 'HOOK-ISOLATION'],
    'plugin-disabled-of-run',
    put(atPlugin(0, 'enabled'), false),
    (world) => ({
      outcomes: [failed(world, 'a', 'plugin-disabled'), ran(world, 'b', 20)],
      resolution: { selected: decision(world, 'before_run', 'b', 'request_approval'), conflicts: [], terminal: true },
    }),
  ),
  comes(
    'decision-that-does-not-count',
    ['HOOK-PHASES', 'HOOK-ISOLATION', 'HOOK-CONFLICTS'],
    deciding('after_run', { a: 50, b: 10, c: 30 }),
    (world) => ({
      outcomes: [failed(world, 'a', 'decision'), ran(world, 'b', 10), failed(world, 'c', 'decision')],
      resolution: { selected: decision(world, 'after_run', 'b', 'annotate'), conflicts: [], terminal: false },
    }),
  ),
  comes('resolution', ['HOOK-RESOLUTION'], deciding('before_tool', { a: 30, b: 10 }), (world) => ({
    resolution: {
      schema_version: 1n,
      phase: 'before_tool',
      selected: decision(world, 'before_tool', 'a', 'block'),
      candidates: [decision(world, 'before_tool', 'a', 'block'), decision(world, 'before_tool', 'b', 'annotate')],
      conflicts: [conflict(world, 'b', 'annotate')],
      terminal: true,
    },
  })),
];

const dispatched = (world: World, name: string, details: WireValue) => entry('hook.dispatched', world, name, details);

function entry(event: string, world: World, name: string, details: WireValue): WireValue {
  return { event, details: { hook_id: hookId(world, name), plugin_id: pluginId(world, name), details } };
}

const payload = exactly({ source: 'run', step: 1n });

export const journalCases: readonly Case[] = [
  comes(
    'journal',
    ['HOOK-JOURNAL', 'HOOK-JOURNAL-DETAILS'],
    dispatching({
      bound: [
        ['c', giving(7)],
        ['a', 'trap'],
        ['b', { enabled: false }],
      ],
      payload: { source: 'run', step: 1n },
    }),
    (world) => {
      const skill = { skill_id: world.skillId, skill_version: '3.1.4' };
      const common = { event: 'skill:quarantined', event_payload: payload };
      return {
        journal: [
          entry('hook.failed', world, 'a', { ...common, ...skill }),
          entry('hook.failed', world, 'b', common),
          dispatched(world, 'c', {
            ...common,
            ...skill,
            module_path: 'modules/main.wasm',
            entrypoint: giving(7),
            output: { exit_code: 7n, resolved_from: 'installed_skill_artifact' },
          }),
        ],
      };
    },
  ),
  comes(
    'journal-of-run',
    ['HOOK-JOURNAL-DECISION', 'HOOK-JOURNAL', 'HOOK-JOURNAL-DETAILS'],
    deciding('before_tool', { a: 10, b: 30, c: 'trap' }),
    (world) => {
      const common = { event: 'run:before_tool', event_payload: payload };
      const resolution = {
        phase: 'before_tool',
        selected: decision(world, 'before_tool', 'b', 'block'),
        conflicts: [conflict(world, 'a', 'annotate')],
        terminal: true,
      };
      return {
        journal: [
          dispatched(world, 'a', { ...common, output: { lifecycle_decision: { kind: 'annotate' } } }),
          dispatched(world, 'b', { ...common, output: { lifecycle_decision: { kind: 'block' } } }),
          entry('hook.failed', world, 'c', common),
          { event: 'hook.decision', details: { details: { ...common, resolution } } },
        ],
      };
    },
  ),
  comes('journal-of-run-that-goes-on', ['HOOK-JOURNAL-DECISION'], deciding('after_run', { a: 0 }), (world) => ({
    journal: [
      dispatched(world, 'a', { event: 'run:after_run' }),
      {
        event: 'hook.decision',
        details: { details: { resolution: { selected: { kind: 'continue' }, terminal: false } } },
      },
    ],
  })),
];
