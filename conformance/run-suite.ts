import { frozenSeed, makeWorld, type World } from '#fixtures/world.ts';
import type { Operation, Reply, WireValue } from '#spec/operations.ts';
import type { Subject } from '#spec/subject.ts';
import type { Case } from './case.ts';
import { cases as everyCase } from './cases/index.ts';
import { type CaseIndex, indexCases } from './recipe/case-index.ts';
import { planCall } from './runner/expectation.ts';
import { judge } from './runner/judge.ts';
import { originOf } from './runner/origin.ts';
import { type SuiteReport, summarise } from './runner/summary.ts';
import type { CaseResult } from './verdict.ts';

export interface SuiteOptions {
  readonly subject: Subject;
  /** The frozen seed gives the committed vectors; any other gives other bytes with the same expectations. */
  readonly seed?: string;
  readonly onResult?: (result: CaseResult, done: number, planned: number) => void;
}

/** Puts every case to the subject, one after the other, and sums up. */
export async function runSuite({ subject, seed = frozenSeed, onResult }: SuiteOptions): Promise<SuiteReport> {
  const world = makeWorld(seed, subject.parameters);
  const index = indexCases(everyCase);
  const results: CaseResult[] = [];
  for (const one of everyCase) {
    const result = await runCase(one, index, subject, world);
    results.push(result);
    onResult?.(result, results.length, everyCase.length);
  }
  return summarise({ name: subject.name, version: subject.version }, seed, results);
}

async function runCase(one: Case, index: CaseIndex, subject: Subject, world: World): Promise<CaseResult> {
  const { operation, input, expectation } = planCall(one, index, world);
  const reply = subject.operations.includes(operation)
    ? await ask(subject, operation, input())
    : unsupported(operation);
  const origin = originOf(one, index, world);
  return { ...judge(one, expectation, reply), operation, ...(origin && { origin }) };
}

/** A subject in this process that throws has crashed, and a crash is never a refusal. */
async function ask(subject: Subject, operation: Operation, input: WireValue): Promise<Reply> {
  try {
    return await subject.call(operation, input);
  } catch (error) {
    return { outcome: 'fault', message: `threw ${error instanceof Error ? (error.stack ?? error.message) : error}` };
  }
}

function unsupported(feature: Operation): Reply {
  return { outcome: 'unsupported', feature };
}
