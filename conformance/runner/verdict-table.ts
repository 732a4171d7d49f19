import type { OutcomeKind } from '../outcome.ts';
import type { Verdict } from '../verdict.ts';

/** What a case may expect: an `ok` with whatever value, an `ok` with a certain one, a refusal, or nothing. */
export const expectedKinds = ['ok', 'value', 'reject', 'observe'] as const;
export type ExpectedKind = (typeof expectedKinds)[number];

/** The ten outcomes, where the two that can be right are divided by how right they are. */
export const observedKinds = [
  'ok',
  'ok, another value',
  'reject, the code',
  'reject, its family',
  'reject, another reason',
  'unsupported',
  'fault',
  'crash',
  'timeout',
  'protocol-error',
  'not-run',
  'flaky',
  'harness-error',
] as const;
export type ObservedKind = (typeof observedKinds)[number];

type Row = Readonly<Record<ObservedKind, Verdict>>;

/** Whatever is expected, nobody passes by any of these. */
const noAnswer = {
  unsupported: 'unsupported',
  fault: 'fail',
  crash: 'fail',
  timeout: 'fail',
  'protocol-error': 'fail',
  'not-run': 'not-run',
  flaky: 'fail',
  'harness-error': 'not-run',
} as const satisfies Partial<Row>;

const refused = {
  'reject, the code': 'fail',
  'reject, its family': 'fail',
  'reject, another reason': 'fail',
} as const satisfies Partial<Row>;

/** Expected by observed. */
export const verdictTable: Readonly<Record<ExpectedKind, Row>> = {
  ok: { ok: 'pass', 'ok, another value': 'pass', ...refused, ...noAnswer },
  value: { ok: 'pass', 'ok, another value': 'fail', ...refused, ...noAnswer },
  reject: {
    ok: 'fail',
    'ok, another value': 'fail',
    'reject, the code': 'pass',
    'reject, its family': 'pass',
    'reject, another reason': 'fail',
    ...noAnswer,
  },
  // What nobody has to do is never scored, so not even a crash fails here; it is shown, and the run tells of it.
  observe: {
    ok: 'observed',
    'ok, another value': 'observed',
    'reject, the code': 'observed',
    'reject, its family': 'observed',
    'reject, another reason': 'observed',
    ...noAnswer,
    fault: 'observed',
    crash: 'observed',
    timeout: 'observed',
    'protocol-error': 'observed',
    flaky: 'observed',
  },
};

/** Which of the ten outcomes a row of the table is about. */
export function outcomeOf(observed: ObservedKind): OutcomeKind {
  if (observed.startsWith('ok')) return 'ok';
  return observed.startsWith('reject') ? 'reject' : (observed as OutcomeKind);
}

/** The table for people, in Markdown. */
export function renderVerdictTable(): string {
  const head = ['observed', ...expectedKinds.map((kind) => `expected ${kind}`)];
  const rows = observedKinds.map((observed) => [
    observed,
    ...expectedKinds.map((kind) => verdictTable[kind][observed]),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
