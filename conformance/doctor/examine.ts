import { diagnoses } from '../diagnosis.ts';
import { matchesGlob } from '../plan/glob.ts';
import { type StdioOptions, withDefaults } from '../subject/stdio-options.ts';
import { showCommandLine } from '../subject/surroundings/command-line.ts';
import type { Check } from './check.ts';
import { byteChecks } from './checks/bytes.ts';
import { greetingChecks } from './checks/greeting.ts';
import { jsonChecks } from './checks/json.ts';
import { firstCallCheck, messageChecks } from './checks/messages.ts';
import { operationChecks } from './checks/operations.ts';
import { orderChecks } from './checks/order.ts';
import { processChecks, surroundingChecks } from './checks/processes.ts';
import { shapeChecks } from './checks/shapes.ts';
import { Exam, failed } from './exam.ts';
import { injectionChecks } from './inject/checks.ts';
import { type CheckResult, type DoctorReport, doctorFormat, type Finding, fine, skipped } from './report.ts';
import { Talk } from './talk.ts';

export interface DoctorOptions {
  /** Also puts faults on the wire, in both directions. */
  readonly inject?: boolean;
  /** Globs over the ids of checks; every one where there are none. */
  readonly only?: readonly string[];
  readonly onCheck?: (result: CheckResult) => void;
}

const start = {
  id: 'start',
  claim: 'the program starts and answers the hello with a line of JSON',
  why: 'Nothing else can be asked before that.',
  advice: 'Read one line, answer it with the greeting, and flush standard output after every line.',
} as const;

/** What can be looked at only in answers. */
const answerChecks = [
  ...operationChecks,
  ...messageChecks,
  ...orderChecks,
  ...byteChecks,
  ...jsonChecks,
  ...shapeChecks,
  ...surroundingChecks,
];

/** All that there is to be said of an adapter, by the id of the check. */
export const everyCheck: readonly Omit<Check, 'examine'>[] = [
  start,
  ...greetingChecks,
  ...processChecks,
  firstCallCheck,
  ...answerChecks,
  ...injectionChecks,
];

const unanswered = skipped('a plain call is not answered');
const silent = skipped('it was silent too often');

/** Whether an adapter can be relied on. Nothing here depends on the implementation behind it being right. */
export async function examine(
  options: StdioOptions,
  { inject = false, only = [], onCheck }: DoctorOptions = {},
): Promise<DoctorReport> {
  const settings = withDefaults(options);
  const results: CheckResult[] = [];
  const add = (check: Omit<Check, 'examine'>, finding: Finding) => {
    const result = resultOf(check, finding);
    results.push(result);
    onCheck?.(result);
  };
  const isMeant = ({ id }: Check) => only.length === 0 || only.some((glob) => matchesGlob(glob, id));
  const alone = [...greetingChecks, ...processChecks].filter(isMeant);
  const answering = [...answerChecks, ...(inject ? injectionChecks : [])].filter(isMeant);

  const opened = await Talk.open(settings);
  const greeted = opened.ok ? await opened.talk.greet() : opened;
  if (opened.ok) await opened.talk.close();
  if (opened.ok && greeted.ok) {
    add(start, fine('it does'));
    const exam = new Exam(settings, { ...greeted, nonce: opened.talk.nonce });
    const look = async (check: Check) => add(check, exam.isGivenUp ? silent : await check.examine(exam));
    try {
      for (const check of alone) await look(check);
      const first = answering.length === 0 ? undefined : await firstCallCheck.examine(exam);
      if (first !== undefined) add(firstCallCheck, first);
      for (const check of answering) {
        if (first?.status === 'error') add(check, unanswered);
        else await look(check);
      }
    } finally {
      await exam.end();
    }
  } else if (!greeted.ok) {
    add(start, failed(greeted));
    for (const check of [...alone, ...answering]) add(check, skipped('it does not start'));
  }
  return { format: doctorFormat, subject: showCommandLine(options.argv), verdict: verdictOf(results), checks: results };
}

function resultOf({ id, claim, why, advice }: Omit<Check, 'examine'>, finding: Finding): CheckResult {
  const isTrouble = finding.status === 'warning' || finding.status === 'error';
  if (finding.diagnosis === undefined) return { id, claim, why, ...finding, ...(isTrouble && { advice }) };
  const { text, advice: better } = diagnoses[finding.diagnosis];
  return { id, claim, why: `${finding.diagnosis}: ${text}.`, ...finding, advice: better };
}

function verdictOf(results: readonly CheckResult[]): DoctorReport['verdict'] {
  if (results.some(({ status }) => status === 'error')) return 'not sane';
  return results.some(({ status }) => status === 'warning') ? 'doubtful' : 'sane';
}
