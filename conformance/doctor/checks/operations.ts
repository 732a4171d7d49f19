import type { Operation } from '#spec/operations.ts';
import { operationSchemas } from '#spec/schema/operations.ts';
import type { Check } from '../check.ts';
import { type Exam, isVerdict, markOf, noVerdict, troubled } from '../exam.ts';
import { doubtful, type Finding, fine, wrong } from '../report.ts';
import type { Talk } from '../talk.ts';

const every = Object.keys(operationSchemas) as Operation[];

/** One for each operation: what is declared is answered, and what is not is `unsupported`. */
export const operationChecks: readonly Check[] = every.map((operation) => ({
  id: `op.${operation}`,
  claim: `${operation} is answered where it is declared, and unsupported where it is not`,
  why: 'What is declared and not answered shows as unsupported, and what is answered and not declared is never asked.',
  advice: `Make "ops" say whether the adapter answers ${operation}; take its input as the schema of the operation has it.`,
  examine: (exam) => exam.inTalk((talk) => lookAt(operation, exam, talk)),
}));

async function lookAt(operation: Operation, exam: Exam, talk: Talk): Promise<Finding> {
  const answer = await talk.ask(operation, exam.question(operation).input);
  if (!answer.ok) return troubled(answer);
  const mark = markOf(answer.reply);
  if (exam.declared.includes(operation)) {
    if (isVerdict(answer)) return fine(`declared, and answered: ${mark}`);
    return answer.reply.outcome === 'unsupported' ? doubtful(`declared, but ${mark}`, answer.line) : noVerdict(answer);
  }
  if (answer.reply.outcome === 'unsupported') return fine('not declared, and unsupported');
  if (isVerdict(answer)) return doubtful(`not declared, but answered: ${mark}`, answer.line);
  return wrong(`not declared, and not unsupported: ${mark}`, answer.line);
}
