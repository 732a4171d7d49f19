import type { Check } from '../check.ts';
import { type Exam, nothingToAsk } from '../exam.ts';
import { type Finding, fine, skipped, wrong } from '../report.ts';
import { diagnose } from './diagnose.ts';
import { type Fault, faults } from './faults.ts';

/** The runner's own part: what it says of this very adapter when something happens to the adapter's lines. */
export const intoRunner: readonly Check[] = Object.entries<Fault>(faults).map(([name, fault]) => ({
  id: `inject.runner.${name}`,
  claim: fault.says === undefined ? `${fault.happens}, and nothing is said of it` : `${fault.happens}: ${fault.says}`,
  why: 'A report can be relied on only if the runner notices what happens on the wire.',
  advice: 'This is a mistake of the suite, not of the adapter. Please report it.',
  examine: (exam) => selfCheck(exam, fault),
}));

/** So long that a busy machine is no reason, and so short that a missing answer is no nuisance. */
const missingMs = 2000;

async function selfCheck(exam: Exam, fault: Fault): Promise<Finding> {
  const [operation] = exam.declared;
  if (operation === undefined) return nothingToAsk;
  const question = exam.question(operation);
  const plain = await exam.asItIs(question);
  if (plain !== undefined) return skipped(`the adapter as it is gets ${plain}`);
  const callMs = fault.says === 'call.timeout' ? missingMs : exam.settings.callMs;
  const said = await diagnose({ ...exam.settings, callMs }, question, fault);
  return said === fault.says ? fine(said ?? 'nothing') : wrong(`the runner says ${said ?? 'nothing'}`);
}
