import { describe, expect, test } from 'vitest';
import { names, runtime } from '#spec/constants.ts';
import { features } from '#spec/features.ts';
import type { Operation, Reply, WireValue } from '#spec/operations.ts';
import type { Case, Recipe } from '../case.ts';
import type { RunModel } from '../recipe/models.ts';
import type { CaseLine } from '../report/lines.ts';
import { accepted, changed, put } from '../rows.ts';
import { runSuite } from '../run-suite.ts';
import { fieldsOf } from './match.ts';

// What subjects may get wrong about runs, and what they must not be accused of.

const grants = { http_hosts: [], secret_keys: [], storage_prefixes: [], channels: [] };
const limits = { max_memory_bytes: 0n, max_table_elements: 0n, max_instances: 1n };

/** No module at all: the subjects of this test know their guests by name. */
function running(entrypoint: string, ...fuelBudgets: readonly bigint[]): () => Recipe {
  const model: RunModel = { module: '', entrypoint, grants, limits, fuelBudgets, timeoutMs: null };
  return () => ({ operation: 'runtime.run', model });
}

const needs = { price: ['fuel:wasmtime'], trap: ['trap:class'] } as const;
const cases: readonly Case[] = [
  accepted('runtime/minus-one', ['RT-EXIT-CODE'], running('one less', 9n), {
    value: () => ({ runs: [{ stop: null, exitCode: -1n }] }),
  }),
  changed('runtime/trap', ['RT-TRAPS'], 'runtime/minus-one', put(['entrypoint'], 'trap'), {
    value: () => ({ runs: [{ stop: 'execution' }] }),
  }),
  changed('runtime/trap-class', ['RT-TRAP-CLASS'], 'runtime/minus-one', put(['entrypoint'], 'trap'), {
    value: () => ({ runs: [{ stop: 'execution', trap: 'unreachable' }] }),
    needs: needs.trap,
  }),
  accepted('runtime/enough', ['FUEL-SAME'], running('one less', 0n, 100n, 1000n), {
    relation: 'fuel',
    value: () => ({ runs: [{ stop: 'limit' }, { stop: null }, { stop: null }] }),
  }),
  accepted('runtime/price', ['FUEL-COST'], running('one less', 9n), {
    value: () => ({ runs: [{ fuelLeft: 7n }] }),
    needs: needs.price,
  }),
];

type Run = {
  readonly stop: WireValue;
  readonly exitCode: WireValue;
  readonly trap: WireValue;
  readonly fuelLeft: WireValue;
};

/** As a guest runs that costs 2. */
function run(entrypoint: string, budget: bigint, price = 2n): Run {
  if (budget < price) return { stop: 'limit', exitCode: null, trap: null, fuelLeft: 0n };
  const fuelLeft = budget - price;
  if (entrypoint === 'trap') return { stop: 'execution', exitCode: null, trap: 'unreachable', fuelLeft };
  return { stop: null, exitCode: -1n, trap: null, fuelLeft };
}

type Habit = (run: Run, budget: bigint, all: readonly Run[]) => readonly Run[];

const right: Habit = (one) => [one];
const spoiling =
  (spoil: (run: Run, budget: bigint) => Partial<Run>): Habit =>
  (one, budget) => [{ ...one, ...spoil(one, budget) }];

const finished = ({ stop }: Run) => stop === null;

async function ask(habit: Habit, declared: readonly string[], price?: bigint, unsupported: readonly string[] = []) {
  const lines: CaseLine[] = [];
  const call = async (_: Operation, input: WireValue): Promise<Reply> => {
    const fields = fieldsOf(input);
    const entrypoint = `${fields?.get('entrypoint')}`;
    if (unsupported.includes(entrypoint)) return { outcome: 'unsupported', feature: entrypoint };
    const budgets = fields?.get('fuelBudgets') as readonly bigint[];
    const all = budgets.map((budget) => run(entrypoint, budget, price));
    return { outcome: 'ok', value: { runs: all.flatMap((one, at) => habit(one, budgets[at] ?? 0n, all)) } };
  };
  const about = { name: 'runs', version: '1', parameters: { names: names.shipped, runtime } };
  const subject = { ...about, operations: ['runtime.run'] as const, features: declared, call };
  const asked = await runSuite({ subject, cases, onCase: (line) => lines.push(line) });
  if (!asked.ok) throw new Error(asked.diagnosis.detail);
  const { requirements } = asked.footer;
  return {
    failed: lines.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id.replace('runtime/', '')),
    lineOf: (id: string) => lines.find((line) => line.id === `runtime/${id}`),
    statusOf: (id: string) => requirements.find((one) => one.id === id)?.status,
  };
}

test('who is right about everything passes everything', async () => {
  const { failed, statusOf } = await ask(right, features);
  expect(failed).toEqual([]);
  expect(['RT-EXIT-CODE', 'RT-TRAP-CLASS', 'FUEL-SAME', 'FUEL-COST'].map(statusOf)).toEqual(Array(4).fill('met'));
});

test('an unknown feature says nothing', async () => {
  expect((await ask(right, ['acme:turbo'])).statusOf('FUEL-COST')).toBe('undeclared');
  expect((await ask(right, ['acme:turbo', ...features])).statusOf('FUEL-COST')).toBe('met');
});

test.each<[string, Habit, readonly string[]]>([
  [
    'a run too few',
    (one, _, all) => (one === all.at(-1) ? [] : [one]),
    ['minus-one', 'trap', 'trap-class', 'enough', 'price'],
  ],
  [
    'a run too many',
    (one, _, all) => (one === all[0] ? [one, one] : [one]),
    ['minus-one', 'trap', 'trap-class', 'enough', 'price'],
  ],
  ['exit codes without a sign', spoiling((one) => (finished(one) ? { exitCode: 4_294_967_295n } : {})), ['minus-one']],
  ['exit codes as floats', spoiling((one) => (finished(one) ? { exitCode: -1 } : {})), ['minus-one', 'enough']],
  [
    'a word of its own for the end of fuel',
    spoiling(({ stop }) => (stop === 'limit' ? { stop: 'out-of-fuel' } : {})),
    ['enough'],
  ],
  [
    'traps that are limits',
    spoiling(({ stop }) => (stop === 'execution' ? { stop: 'limit' } : {})),
    ['trap', 'trap-class'],
  ],
  ['no classes of traps', spoiling(() => ({ trap: null })), ['trap-class']],
  ['fuel that is off by one', spoiling((one, budget) => (finished(one) ? { fuelLeft: budget - 3n } : {})), ['price']],
  [
    'fuel that is dearer for the rich',
    spoiling((one, budget) => (finished(one) ? { fuelLeft: budget / 2n } : {})),
    ['enough', 'price'],
  ],
  ['fuel that grows', spoiling((one, budget) => (finished(one) ? { fuelLeft: budget + 1n } : {})), ['enough', 'price']],
  [
    'fuel left where it stopped the run',
    spoiling(({ stop }) => (stop === 'limit' ? { fuelLeft: 1n } : {})),
    ['enough'],
  ],
  [
    'an end of fuel on a budget that is enough',
    spoiling((_, budget) => (budget > 500n ? { stop: 'limit', exitCode: null, fuelLeft: 0n } : {})),
    ['enough'],
  ],
  [
    'an exit code that depends on the budget',
    spoiling((one, budget) => (finished(one) ? { exitCode: budget - 10n } : {})),
    ['enough'],
  ],
])('who declares everything and answers %s fails', async (_, habit, failing) => {
  expect((await ask(habit, features)).failed).toEqual(failing);
});

describe('who does not declare a feature', () => {
  test('is not accused of another fuel rule', async () => {
    const { failed, lineOf, statusOf } = await ask(right, ['trap:class'], 8n);
    expect(failed).toEqual([]);
    expect(statusOf('FUEL-SAME')).toBe('met');
    expect(statusOf('FUEL-COST')).toBe('undeclared');
    expect(lineOf('price')).toMatchObject({
      verdict: 'observed',
      expected: {
        outcome: 'observe',
        undeclared: ['fuel:wasmtime'],
        text: 'observed only: needs fuel:wasmtime, which the subject does not declare',
      },
      observed: { outcome: 'ok' },
    });
  });

  test('is not accused of having no classes of traps, and still of a trap that is none', async () => {
    expect(
      (
        await ask(
          spoiling(() => ({ trap: null })),
          [],
        )
      ).failed,
    ).toEqual([]);
    const { failed } = await ask(
      spoiling(({ stop }) => (stop === 'execution' ? { stop: null, exitCode: 0n } : {})),
      [],
    );
    expect(failed).toEqual(['trap']);
  });

  test('may say so, and is asked for nothing', async () => {
    const { lineOf, statusOf } = await ask(right, [], 2n, ['trap']);
    expect(lineOf('trap-class')).toMatchObject({ verdict: 'unsupported', expected: { undeclared: ['trap:class'] } });
    expect([statusOf('RT-TRAP-CLASS'), statusOf('RT-TRAPS')]).toEqual(['undeclared', 'open']);
  });
});

describe('asked again', () => {
  const policy = { enabled: true };
  const tool = (timeoutMs: bigint) => () =>
    ({ operation: 'runner.run', model: { input: '{}', policy, installed: [], timeoutMs } }) as const;
  /** So many that some of them are asked twice. */
  const many = Array.from({ length: 64 }, (_, at): readonly Case[] => [
    accepted(`runtime/tool-${at}`, ['RUN-RESULT'], tool(BigInt(at)), { value: () => ({ exit_code: 7n }) }),
    accepted(`runtime/late-${at}`, ['TIME-STOP'], running('forever', BigInt(at)), {
      value: () => ({ runs: [{ stop: 'timed-out' }] }),
    }),
  ]).flat();

  async function flakyOf(
    answer: (nth: bigint) => { readonly exit: bigint; readonly duration: bigint; readonly left: bigint },
  ) {
    let calls = 0n;
    const call = async (operation: Operation): Promise<Reply> => {
      const { exit, duration, left } = answer(++calls);
      const late = { stop: 'timed-out', exitCode: null, fuelLeft: left };
      return {
        outcome: 'ok',
        value: operation === 'runner.run' ? { exit_code: exit, duration_ms: duration } : { runs: [late] },
      };
    };
    const about = { name: 'twice', version: '1', features, parameters: { names: names.shipped, runtime } };
    const asked = await runSuite({
      subject: { ...about, operations: ['runtime.run', 'runner.run'], call },
      cases: many,
    });
    return {
      calls,
      flaky: asked.ok && asked.footer.outcomes.flaky,
      codes: asked.ok && asked.footer.diagnoses.map(({ code }) => code),
    };
  }

  test('a duration, and the fuel that time has left, may be others', async () => {
    const { calls, ...found } = await flakyOf((nth) => ({ exit: 7n, duration: nth, left: nth }));
    expect(calls).toBeGreaterThan(many.length);
    expect(found).toEqual({ flaky: 0, codes: [] });
  });

  test('an exit code may not', async () => {
    const { flaky, codes } = await flakyOf((nth) => ({
      exit: nth > BigInt(many.length) ? 8n : 7n,
      duration: 0n,
      left: 0n,
    }));
    expect(flaky).toBeGreaterThan(0);
    expect(codes).not.toEqual([]);
  });
});
