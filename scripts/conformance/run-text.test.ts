import { expect, test } from 'vitest';
import type { BaselineFinding } from '#conformance/baseline/finding.ts';
import { outcomeKinds } from '#conformance/outcome.ts';
import { planRun } from '#conformance/plan/plan.ts';
import type { Selection } from '#conformance/plan/selection.ts';
import type { CaseLine, HeaderLine } from '#conformance/report/lines.ts';
import { names, runtime } from '#spec/constants.ts';
import { CommonCauses } from './common-causes.ts';
import { type RunTold, runText, verdictText } from './run-text.ts';

const plain = (_: string, text: string) => text;

function toldOf(changes: Partial<RunTold> = {}, selection: Partial<Selection> = {}): RunTold {
  const { summary } = planRun([], { seed: 'frozen', frozen: true, selection });
  const header: HeaderLine = {
    kind: 'header',
    format: 'palyra-conformance/1',
    suite: { name: 'suite', version: '1' },
    digests: { requirements: '', cases: '', plan: '' },
    plan: { ...summary, planned: 1 },
    subject: {
      name: 'mine',
      version: '1',
      language: 'c',
      ops: [],
      features: [],
      parameters: { names: names.shipped, runtime },
      concurrency: 1n,
    },
  };
  return {
    header,
    footer: {
      kind: 'footer',
      verdict: 'conformant',
      counts: { pass: 1, fail: 0, unsupported: 0, observed: 0, 'not-run': 0 },
      outcomes: Object.fromEntries(outcomeKinds.map((kind) => [kind, 0])) as RunTold['footer']['outcomes'],
      requirements: [],
      diagnoses: [],
      stopped: null,
    },
    known: 0,
    findings: undefined,
    baseline: undefined,
    unusedReasons: [],
    unnamed: 0,
    failures: [],
    causes: [],
    diagnosed: new Map(),
    unsupported: [],
    program: ['palyra-conformance'],
    reports: { folder: 'out', files: ['report.jsonl'] },
    subject: [],
    ...changes,
  };
}

function failing(observed: CaseLine['observed']): CaseLine {
  return {
    kind: 'case',
    id: 'artifact/one',
    requirements: ['ART-ZIP'],
    operation: 'artifact.inspect',
    verdict: 'fail',
    expected: { outcome: 'ok', text: 'ok' },
    observed,
  };
}

test('a run of some sets says to which of them it is conformant', () => {
  expect(verdictText(toldOf(), plain)).toMatch(/^mine 1: conformant\n {2}1 case: 1 passed, /);
  expect(verdictText(toldOf({}, { sets: ['core'] }), plain)).toMatch(/^mine 1: conformant \(core\)\n/);
});

test('what was not demanded because it was not declared is named', () => {
  const { footer } = toldOf();
  const requirements = [{ id: 'FUEL-COST', keyword: 'MUST', set: 'core', status: 'undeclared' }] as const;
  const text = verdictText(toldOf({ footer: { ...footer, requirements } }), plain);
  expect(text).toContain('\n  about features that it does not declare: FUEL-COST\n');
  expect(verdictText(toldOf(), plain)).not.toContain('declare');
});

test('a run of some areas is not complete', () => {
  const text = verdictText(toldOf({}, { areas: ['trust'] }), plain);
  expect(text).toContain('Not a complete run (chosen areas), so it cannot say conformant.');
});

test('of a baseline that is out of date a few entries are shown, and how many there are', () => {
  const findings = Array.from(
    { length: 30 },
    (_, at): BaselineFinding => ({ kind: 'stale', line: at, case: `a/${at}` }),
  );
  const lines = runText(toldOf({ findings, baseline: 'my known.toml' }), plain).split('\n');
  expect(lines.filter((line) => line.startsWith('baseline '))).toHaveLength(10);
  expect(lines).toContain('… and 20 more; `palyra-conformance baseline check` shows all of them');
  expect(lines).toContain(
    "  the baseline is out of date in 30 entries: palyra-conformance baseline update 'my known.toml' --report out/report.jsonl",
  );
});

test('rows of a reason map without use are summed up where all cases were asked, and else not told of', () => {
  const unusedReasons = [4, 8].map((line) => ({
    line,
    native: 'E',
    is: 'artifact.not-zip',
  })) as RunTold['unusedReasons'];
  expect(runText(toldOf({ unusedReasons }), plain)).toContain(
    'reason map: nothing was refused with what 2 rows name (line 4, 8)\n',
  );
  expect(runText(toldOf({ unusedReasons }, { cases: ['a/*'] }), plain)).not.toContain('reason map');
});

test('an answer that depends on the calls before it leads to --one-shot', () => {
  const observed = (text: string) => ({ outcome: 'flaky', diagnosis: 'subject.depends-on-order', text }) as const;
  const said = (text: string) => runText(toldOf({ failures: [failing(observed(text))] }), plain);
  expect(said('ok (fail), then ok (pass): a/1: ok (fail) after other calls, alone: ok (pass)')).toContain(
    '  asked alone it passes; `--one-shot` gives every call a process of its own\n',
  );
  expect(said('crash, then ok')).toContain('  asked alone it is answered otherwise; `--one-shot` gives ');
});

test('a cause that many cases share comes first, and a flood of causes is not kept', () => {
  const causes = new CommonCauses();
  for (let at = 0; at < 1000; at++) {
    causes.see(failing({ outcome: 'fault', text: 'fault: disk full' }));
    causes.see(failing({ outcome: 'crash', text: 'crash: left with 1', stderr: `trace\nKeyError: ${at % 400}\n` }));
    causes.see(failing({ outcome: 'ok', text: 'ok' }));
  }
  expect(causes.told.length).toBe(5);
  expect(runText(toldOf({ causes: causes.told }), plain)).toMatch(
    /^1000 × fault: disk full\n\n3 × crash: left with 1; /,
  );
});

test('a run that broke off says what may be done', () => {
  const { footer } = toldOf();
  const text = verdictText(toldOf({ footer: { ...footer, stopped: 'it crashed 50 times in a row' } }), plain);
  expect(text.replaceAll(/\s+/g, ' ')).toContain('it crashed 50 times in a row. `--exclude` leaves out the cases');
});

test('what was left out is named', () => {
  const text = verdictText(toldOf({}, { cases: ['!runtime/fuel-*', 'runtime/*'] }), plain);
  expect(text).toContain('Not a complete run (chosen cases, without runtime/fuel-*)');
});

test.each([
  [25, 50, 'in 25 cases, each asked twice'],
  [25, 51, '51 times in 25 cases'],
  [0, 3, '3 times'],
  [3, 3, '3 times'],
])('a diagnosis of %i cases that came up %i times is counted so: %s', (asked, amount, said) => {
  const { footer } = toldOf();
  const diagnoses = [{ code: 'exit.code', count: amount, detail: '' }] as const;
  const diagnosed = new Map(asked === 0 ? [] : [['exit.code', { cases: asked, first: 'artifact/one' }]]);
  const told = toldOf({ footer: { ...footer, diagnoses }, diagnosed });
  const first = asked === 0 ? '' : '; the first case is artifact/one';
  expect(runText(told, plain)).toMatch(new RegExp(`exit\\.code: .*, ${said}${first}\n`));
});

test('a diagnosis names its case, also where nothing failed', () => {
  const { footer } = toldOf();
  const diagnoses = [{ code: 'line.too-long', count: 2, detail: 'line 7' }] as const;
  const diagnosed = new Map([['line.too-long', { cases: 1, first: 'artifact/bulk' }]]);
  const text = runText(toldOf({ footer: { ...footer, diagnoses }, diagnosed }), plain);
  expect(text).toContain('in 1 case, each asked twice (line 7); the case is artifact/bulk\n');
});
