import { availableParallelism } from 'node:os';
import type { BaselineCheck } from '#conformance/baseline/known-failures.ts';
import type { Selection } from '#conformance/plan/selection.ts';
import type { Shard } from '#conformance/plan/shard.ts';
import type { ReasonMapUse } from '#conformance/reason-map/reason-for.ts';
import type { SuiteOptions } from '#conformance/run-suite.ts';
import { ok } from '#spec/result.ts';
import type { Outcome } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { parametersOf } from './names-option.ts';
import { readBaseline, readReasonMap } from './own-files.ts';
import type { RunOptions } from './run-options.ts';
import { seedOf } from './seed-options.ts';
import { checkSelection, selectionOf } from './selection-options.ts';
import { shardOf } from './shard-option.ts';
import { refuseWithoutProgram, stdioOptions } from './subject-options.ts';

export interface RunSettings {
  readonly subject: SuiteOptions['subject'];
  readonly seed: string;
  readonly selection: Selection;
  readonly shard: Shard | undefined;
  readonly jobs: number;
  readonly baseline: BaselineCheck | undefined;
  readonly reasonMap: ReasonMapUse | undefined;
}

/** Whatever can be refused is refused before anything is started or removed. */
export async function readSettings(options: RunOptions, shell: Shell): Promise<Outcome<RunSettings>> {
  const program = refuseWithoutProgram(options);
  if (!program.ok) return program;
  const seed = seedOf(options, shell);
  if (!seed.ok) return seed;
  const shard = shardOf(options.shard);
  if (!shard.ok) return shard;
  const selection = selectionOf(options);
  const some = await checkSelection(selection);
  if (!some.ok) return some;
  const baseline = options.baseline === undefined ? ok(undefined) : await readBaseline(options.baseline, shell);
  if (!baseline.ok) return baseline;
  const map = options['reason-map'];
  const reasonMap = map === undefined ? ok(undefined) : await readReasonMap(map, shell);
  if (!reasonMap.ok) return reasonMap;
  const subject = await subjectOf(options, shell);
  if (!subject.ok) return subject;
  return ok({
    subject: subject.value,
    seed: seed.value,
    selection,
    shard: shard.value,
    jobs: options.jobs ?? availableParallelism(),
    baseline: baseline.value,
    reasonMap: reasonMap.value,
  });
}

async function subjectOf(options: RunOptions, shell: Shell): Promise<Outcome<RunSettings['subject']>> {
  if (options.program.length > 0) {
    const stdio = stdioOptions(options, shell);
    if (!stdio.ok) return stdio;
    const { overStdio } = await import('#conformance/subject/over-stdio.ts');
    return ok(overStdio(stdio.value));
  }
  const { embeddedSubject } = await import('./embedded-subject.ts');
  return ok(embeddedSubject(parametersOf(options.names)));
}
