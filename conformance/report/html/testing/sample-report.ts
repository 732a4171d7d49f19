import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { areas } from '#spec/areas.ts';
import { names, runtime } from '#spec/constants.ts';
import { requirements } from '#spec/generated/requirements.ts';
import type { Operation } from '#spec/operations.ts';
import type { Case } from '../../../case.ts';
import { cases } from '../../../cases/index.ts';
import type { Diagnosis } from '../../../diagnosis.ts';
import { codeOf, indexCases, needsOf } from '../../../recipe/case-index.ts';
import { caseLine } from '../../../runner/case-line.ts';
import { judge } from '../../../runner/judge.ts';
import { originOf } from '../../../runner/origin.ts';
import { Summary } from '../../../runner/summary.ts';
import { type CaseLine, type HeaderLine, levels, type ObservedText, type Report, reportFormat } from '../../lines.ts';

export interface Sample {
  /** More than the suite has are made by asking it again under other ids. */
  readonly size?: number;
  /** Spread evenly over the cases that are not only observed. */
  readonly failures?: number;
  /** So many of the last ones were never asked. */
  readonly notRun?: number;
  readonly diagnoses?: readonly Diagnosis[];
  readonly stopped?: string;
  readonly subject?: (subject: HeaderLine['subject']) => HeaderLine['subject'];
  readonly plan?: Partial<HeaderLine['plan']>;
  readonly alter?: (line: CaseLine) => CaseLine;
}

/** A report as a run of the real cases would write it, of a subject that never existed. */
export function sampleReport(sample: Sample = {}): Report {
  const {
    size = cases.length,
    failures = 0,
    notRun = 0,
    diagnoses = [],
    stopped = null,
    alter = (line) => line,
  } = sample;
  const whole = header(size, sample);
  const plain = Array.from({ length: size }, (_, index) => plainLine(index, whole.subject.features));
  const every = Math.floor(plain.filter(({ verdict }) => verdict !== 'observed').length / failures);
  let [scored, failed] = [0, 0];
  const lines = plain.map((line, index) => {
    if (index >= size - notRun) return alter({ ...line, verdict: 'not-run', observed: notAsked });
    if (line.verdict === 'observed' || ++scored % every !== 0 || failed === failures) return alter(line);
    return alter({ ...line, verdict: 'fail', observed: wrong(line, failed++) });
  });
  const summary = new Summary(requirements);
  for (const line of lines) summary.add(line);
  for (const diagnosis of diagnoses) summary.diagnose(diagnosis, 3);
  return {
    header: whole,
    cases: lines,
    footer: summary.footer(true, stopped),
  };
}

const notAsked: ObservedText = { outcome: 'not-run', text: 'not run: the budget of restarts is used up' };
const index = indexCases(cases);
const world = makeWorld(frozenSeed, { names: names.shipped, runtime });
const lineOf = new Map<string, CaseLine>();

function plainLine(at: number, declared: readonly string[]): CaseLine {
  const one = cases[at % cases.length];
  if (one === undefined) throw new Error('the suite has no cases');
  const line = unscoredLine(one, declared) ?? lineOf.get(one.id) ?? suiteLine(one);
  if (line.expected.undeclared === undefined) lineOf.set(one.id, line);
  return at < cases.length ? line : { ...line, id: `${line.id}-${Math.floor(at / cases.length)}` };
}

function unscoredLine(one: Case, declared: readonly string[]): CaseLine | undefined {
  const undeclared = needsOf(one, index).filter((feature) => !declared.includes(feature));
  if (undeclared.length === 0) return undefined;
  return caseLine(
    one,
    'runtime.run',
    judge({ outcome: 'observe', undeclared }, { outcome: 'ok', value: {} }),
    index,
    world,
  );
}

function suiteLine(one: Case): CaseLine {
  const code = codeOf(one, index);
  const head = { kind: 'case', id: one.id, requirements: one.proves, operation: operationOf(one.id) } as const;
  const more = { ...originOf(one, index, world), ...(one.note === undefined ? {} : { note: one.note }) };
  if (one.kind === 'observed') {
    const expected = { outcome: 'observe', text: `observed only (shipping software: ${one.shipping})` } as const;
    return { ...head, verdict: 'observed', expected, observed: refusal('manifest.toml-syntax'), ...more };
  }
  if (code === undefined) return { ...head, verdict: 'pass', expected: fine, observed: fine, ...more };
  return { ...head, verdict: 'pass', expected: { ...refusal(code), reason: code }, observed: refusal(code), ...more };
}

const fine = { outcome: 'ok', text: 'ok' } as const;

function refusal(reason: string) {
  return { outcome: 'reject', reason, text: `reject ${reason}` } as const;
}

function operationOf(id: string): Operation {
  if (id.startsWith('manifest/')) return 'manifest.parse';
  if (id.startsWith('runtime/')) return 'runtime.run';
  return id.startsWith('trust/') ? 'trust.load' : 'artifact.verify';
}

function wrong({ expected }: CaseLine, nth: number): ObservedText {
  if (nth % 7 === 3) {
    const stderr = `thread 'main' panicked at src/container.rs:418:17:\nindex out of bounds: the len is 3 but the index is 3\nnote: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace\n`;
    return { outcome: 'crash', diagnosis: 'exit.signal', text: 'crash: SIGABRT', stderr };
  }
  if (nth % 11 === 5)
    return { outcome: 'timeout', diagnosis: 'call.timeout', text: 'timeout: no answer within 30000 ms' };
  if (nth % 5 === 2)
    return {
      ...refusal(expected.reason === 'manifest.wrong-type' ? 'manifest.blank' : 'manifest.wrong-type'),
      native: 'ManifestParse("invalid type: integer `1`, expected a string")',
    };
  if (expected.outcome === 'reject') return fine;
  return { outcome: 'ok', text: 'ok, but value.manifest.tools.0.name is "fetch" instead of "fetch_page"' };
}

function header(planned: number, { plan, subject = (one) => one }: Sample): HeaderLine {
  const digest = 'f0e4c2f76c58916ec258f246851bea091d14d4247a2fc3e18694461b1816e13b';
  return {
    kind: 'header',
    format: reportFormat,
    suite: { name: 'palyra-conformance', version: '0.1.0' },
    digests: { requirements: digest, cases: digest, plan: digest },
    plan: {
      seed: frozenSeed,
      frozen: true,
      sets: ['core', 'documented', 'hardened'],
      areas,
      levels,
      cases: [],
      shard: null,
      complete: true,
      planned,
      ...plan,
    },
    subject: subject({
      name: 'skillkit',
      version: '0.4.1',
      language: 'Rust',
      ops: ['manifest.parse', 'artifact.verify', 'trust.load', 'runtime.run'],
      features: [],
      parameters: { names: names.shipped, runtime },
      concurrency: 4n,
    }),
  };
}
