import { expect, test } from 'vitest';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { names, runtime } from '#spec/constants.ts';
import { requirements } from '#spec/generated/requirements.ts';
import type { Reply } from '#spec/operations.ts';
import { reasons } from '#spec/reasons.ts';
import { cases } from './cases/index.ts';
import type { Outcome } from './outcome.ts';
import { indexCases } from './recipe/case-index.ts';
import type { CaseLine } from './report/lines.ts';
import { runSuite, type SuiteOptions } from './run-suite.ts';
import { planCall } from './runner/expectation.ts';
import { judge } from './runner/judge.ts';
import { Summary } from './runner/summary.ts';
import type { Connected, Surroundings } from './subject/connection.ts';
import { greeting, knowsTheAnswers } from './testing/knows-the-answers.ts';

const world = makeWorld(frozenSeed, { names: names.shipped, runtime });
const index = indexCases(cases);
const planned = cases.map((one) => ({ one, planned: planCall(one, index, world) }));

const everyReason = [...Object.keys(reasons), ...new Set(Object.values(reasons).map(({ family }) => family))];
const constants: readonly (readonly [string, Reply])[] = [
  ['accepts everything', { outcome: 'ok', value: {} }],
  ['faults over everything', { outcome: 'fault', message: '' }],
  ['supports nothing', { outcome: 'unsupported', feature: '' }],
  ...everyReason.map((reason): [string, Reply] => [
    `refuses everything as ${reason}`,
    { outcome: 'reject', reason, native: '' },
  ]),
];

test.each(constants)('a subject that %s meets no requirement', (_, reply) => {
  const summary = new Summary(requirements);
  for (const { one, planned: call } of planned) {
    const { id, proves } = one;
    const judgement = judge(call.expectation, reply);
    summary.add({ kind: 'case', id, requirements: proves, operation: call.operation, ...judgement });
  }
  const { requirements: judged, verdict } = summary.footer(true, null);
  expect(judged.filter(({ status }) => status === 'met').map(({ id }) => id)).toEqual([]);
  expect(verdict).not.toBe('conformant');
});

const some = cases.filter(({ id }) => id.startsWith('trust/add'));
const answer = knowsTheAnswers(some);

interface Asked {
  /** Of this process, counted from 1. */
  readonly nth: number;
  readonly surroundings: Surroundings;
  /** What the right answer is. */
  readonly right: Reply;
  /** Something that lives as long as the process. */
  readonly memory: Map<string, number>;
}

type Habit = (asked: Asked) => Outcome;

/** A subject that dies with every answer that is none. */
function behaving(habit: Habit, starts: { count: number } = { count: 0 }) {
  return {
    label: 'a habit',
    connect: async (surroundings: Surroundings): Promise<Connected> => {
      starts.count++;
      const memory = new Map<string, number>();
      let [nth, open] = [0, true];
      return {
        ok: true,
        connection: {
          greeting,
          get open() {
            return open;
          },
          call: async (operation, input) => {
            const observed = habit({ nth: ++nth, surroundings, right: answer(operation, input), memory });
            open = !('diagnosis' in observed);
            return observed as Reply;
          },
          close: async () => [],
        },
      };
    },
  };
}

async function outcomes(habit: Habit, options: Partial<SuiteOptions> = {}) {
  const lines: CaseLine[] = [];
  const starts = { count: 0 };
  const subject = behaving(habit, starts);
  const selection = { cases: ['trust/add*'] };
  const run = await runSuite({ subject, selection, onCase: (line) => lines.push(line), ...options });
  if (!run.ok) throw new Error(run.diagnosis.detail);
  expect(lines.map(({ id }) => id)).toEqual(some.map(({ id }) => id));
  return { lines, starts: starts.count, ...run };
}

const died: Outcome = { outcome: 'crash', diagnosis: { code: 'exit.code', detail: 'it left with 1' }, stderr: 'oh' };

test('a subject that is right passes, and is asked some of it twice in two copies', async () => {
  const { footer, starts } = await outcomes(({ right }) => right);
  expect(footer).toMatchObject({ verdict: 'passed', stopped: null, counts: { fail: 0, 'not-run': 0 }, diagnoses: [] });
  expect(starts).toBe(2);
});

test('the report is the same whatever the number of jobs', async () => {
  const habit: Habit = ({ right }) => (right.outcome === 'ok' ? died : right);
  const [alone, together] = await Promise.all([outcomes(habit), outcomes(habit, { jobs: 2 })]);
  expect(together.lines).toEqual(alone.lines);
});

test('a call that always kills its subject is a crash, and its neighbours are not to blame', async () => {
  const { lines } = await outcomes(({ right }) => (right.outcome === 'reject' ? died : right));
  for (const { expected, observed, verdict } of lines) {
    if (expected.outcome === 'reject')
      expect(observed).toMatchObject({ outcome: 'crash', diagnosis: 'exit.code', stderr: 'oh' });
    else expect(verdict).not.toBe('fail');
  }
});

test('a subject that dies at its third call is flaky there, and never passes by being asked again', async () => {
  const { lines, footer } = await outcomes(({ nth, right }) => (nth === 3 ? died : right));
  const third = lines[2];
  expect(third).toMatchObject({
    verdict: 'fail',
    observed: { outcome: 'flaky', diagnosis: 'subject.depends-on-order' },
  });
  expect(footer.verdict).toBe('not conformant');
  expect(footer.diagnoses.map(({ code }) => code)).toEqual(['exit.code', 'subject.depends-on-order']);
});

test('a subject that never answers is given up, and the rest is said not to have run', async () => {
  const { footer, starts } = await outcomes(() => died);
  expect(footer.stopped).toContain('in a row');
  expect(footer.counts.pass).toBe(0);
  expect(footer.counts['not-run']).toBeGreaterThan(0);
  expect(starts).toBeLessThan(120);
});

test.each<[string, Habit, string]>([
  [
    'whose answer depends on the calls before',
    ({ nth, right }) => (nth > 4 && right.outcome === 'reject' ? { outcome: 'ok', value: {} } : right),
    'subject.depends-on-order',
  ],
  [
    'whose answer depends on where it runs',
    ({ surroundings, right }) => (surroundings === 'unusual' ? { outcome: 'ok', value: {} } : right),
    'subject.depends-on-surroundings',
  ],
])('a subject %s is found out', async (_, habit, code) => {
  const { lines, footer } = await outcomes(habit);
  const flaky = lines.filter(({ observed }) => observed.outcome === 'flaky');
  expect(flaky.length).toBeGreaterThan(0);
  expect(flaky.every(({ verdict, observed }) => verdict === 'fail' && observed.diagnosis === code)).toBe(true);
  expect(footer.diagnoses.map((one) => one.code)).toEqual([code]);
});

test('a subject that answers by chance is found out', async () => {
  let calls = 0;
  const { footer } = await outcomes(({ right }) => (++calls % 3 === 0 ? { outcome: 'fault', message: '' } : right));
  expect(footer.diagnoses.map(({ code }) => code)).toContain('subject.not-repeatable');
});

test('a machine that is slow for a while accuses nobody at the second look', async () => {
  const diagnosis = { code: 'call.timeout', detail: '' } as const;
  const { footer } = await outcomes(({ surroundings, right }) =>
    surroundings === 'unusual' ? { outcome: 'timeout', diagnosis, stderr: '' } : right,
  );
  expect(footer.outcomes).toMatchObject({ flaky: 0, timeout: 0 });
});

test('an error of the suite itself is no failure of the subject', async () => {
  const { lines, footer } = await outcomes(({ nth, right }) => {
    if (nth === 2) throw new Error('no space left on device');
    return right;
  });
  expect(lines[1]).toMatchObject({ verdict: 'not-run', observed: { outcome: 'harness-error' } });
  expect(footer.counts.fail).toBe(0);
  expect(footer.verdict).toBe('incomplete');
});

test('a subject that comes back as another one ends the run', async () => {
  let starts = 0;
  const honest = behaving(({ nth, right }) => (nth === 2 ? died : right));
  const lines: CaseLine[] = [];
  const run = await runSuite({
    subject: {
      label: 'changing',
      connect: async (surroundings) => {
        const connected = await honest.connect(surroundings);
        if (connected.ok && ++starts > 1) {
          const { connection } = connected;
          const changed = { ...connection.greeting, version: '2.0.0' };
          return { ok: true, connection: { ...connection, greeting: changed } };
        }
        return connected;
      },
    },
    selection: { cases: ['trust/add*'] },
    onCase: (line) => lines.push(line),
  });
  expect(run).toMatchObject({ ok: true, footer: { verdict: 'not conformant' } });
  expect(run.ok && run.footer.diagnoses.map(({ code }) => code)).toContain('hello.changed');
  expect(lines.slice(2).every(({ verdict }) => verdict === 'not-run')).toBe(true);
});

test('an operation that was not declared is not asked for, and one declared in vain is told', async () => {
  const selection = { cases: ['trust/add*', 'manifest/minimal*'] };
  const subject = behaving(() => ({ outcome: 'unsupported', feature: 'trust.add' }));
  const run = await runSuite({ subject, selection });
  expect(run.ok && run.footer.verdict).toBe('incomplete');
  expect(run.ok && run.footer.diagnoses).toEqual([
    { code: 'subject.declared-unsupported', count: 1, detail: 'trust.add' },
  ]);
});

test('a reason map speaks for a subject that has only errors of its own', async () => {
  const habit: Habit = ({ right }) =>
    right.outcome === 'reject' ? { outcome: 'reject', reason: '', native: `E:${right.reason}` } : right;
  expect((await outcomes(habit)).footer.verdict).toBe('not conformant');
  const mapped = await outcomes(habit, { reasonOf: ({ native }) => native.slice(2) });
  expect(mapped.footer).toMatchObject({ verdict: 'passed', diagnoses: [] });
});

test('shards divide the plan without gap or overlap', async () => {
  const ids: string[] = [];
  for (const which of [1, 2, 3]) {
    const subject = behaving(({ right }) => right);
    const selection = { cases: ['trust/add*'] };
    await runSuite({ subject, selection, shard: { index: which, of: 3 }, onCase: ({ id }) => ids.push(id) });
  }
  expect(ids.toSorted()).toEqual(some.map(({ id }) => id).toSorted());
});
