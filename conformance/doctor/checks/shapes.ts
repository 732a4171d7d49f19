import type { Operation } from '#spec/operations.ts';
import type { Check } from '../check.ts';
import { type Exam, failed, nothingToAsk } from '../exam.ts';
import { workedExamples } from '../example-input.ts';
import { misfit } from '../misfit.ts';
import { doubtful, type Finding, fine, skipped } from '../report.ts';

/** A case compares the members that it names; here all of them are looked at. */
export const shapeChecks: readonly Check[] = [
  {
    id: 'answers.fit-schemas',
    claim: 'the values of its answers are as the schemas of the operations have them',
    why: 'A case compares only the members that it names, so nobody else tells of a member that is missing or wrong.',
    advice: 'Give every member that the schema of the operation has, with its type, and no others.',
    examine: (exam) => (exam.declared.length === 0 ? nothingToAsk : fitSchemas(exam)),
  },
];

function fitSchemas(exam: Exam): Promise<Finding> {
  return exam.inTalk(async (talk) => {
    const misfits = new Map<Operation, { readonly seen: string; readonly line: Uint8Array }>();
    let looked = 0;
    for (const { operation, input } of workedExamples(exam.declared, exam.world)) {
      const answer = await talk.ask(operation, input);
      if (!answer.ok) return failed(answer, operation);
      if (answer.reply.outcome !== 'ok') continue;
      looked++;
      const seen = misfit(operation, answer.reply.value);
      if (seen !== undefined && !misfits.has(operation)) misfits.set(operation, { seen, line: answer.line });
    }
    const [one] = misfits.values();
    if (one !== undefined) {
      return doubtful([...misfits].map(([operation, { seen }]) => `${operation}: ${seen}`).join('; '), one.line);
    }
    return looked === 0 ? skipped('nothing was accepted') : fine(`${looked} values`);
  });
}
