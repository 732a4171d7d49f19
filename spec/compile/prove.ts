import { type CaseSummary, checkCases } from './cases.ts';
import type { Complaint } from './complaint.ts';
import { checkConfirmed } from './confirm.ts';
import { checkCoverage } from './coverage.ts';
import type { ReasonRow } from './emit.ts';
import { checkFailures } from './failures.ts';
import { checkMentions, findMentions, findTests } from './mentions.ts';
import type { IdRecord } from './record.ts';
import type { Requirement, Tombstone } from './requirement.ts';
import { traceJson, traceMarkdown, traceRows } from './trace.ts';
import { reasonsFile, type Tree } from './tree.ts';

export interface ProofInput {
  readonly requirements: readonly Requirement[];
  readonly tombstones: readonly Tombstone[];
  readonly reasons: ReadonlyMap<string, ReasonRow>;
  readonly confirmed: IdRecord;
  readonly tree: Tree;
  readonly cases: readonly CaseSummary[];
}

export interface Proof {
  readonly complaints: readonly Complaint[];
  readonly files: ReadonlyMap<string, string>;
}

/** Joins what the chapters declare with everything that refers to it: codes, cases, tests, code and confirmations. */
export function proveChapters({ requirements, tombstones, reasons, confirmed, tree, cases }: ProofInput): Proof {
  const ids = requirements.map(({ id }) => id);
  const declared = new Set(ids);
  const known = new Set([...ids, ...tombstones.map(({ id }) => id)]);
  const tests = findTests(tree.tests, ids);
  const rows = traceRows(requirements, cases, tests, findMentions(tree.code, ids));
  return {
    complaints: [
      ...checkFailures(requirements, reasons, {
        reasonsFile: tree.everything.find(({ file }) => file === reasonsFile) ?? { file: reasonsFile, text: '' },
        raising: tree.raising,
      }),
      ...checkCases(cases, declared, tree.cases),
      ...checkCoverage(requirements, cases, tests),
      ...checkConfirmed(requirements, confirmed),
      ...checkMentions(findMentions(tree.everything, [...known]), known),
    ],
    files: new Map([
      ['reports/trace.json', traceJson(rows)],
      ['reports/trace.md', traceMarkdown(rows)],
    ]),
  };
}
