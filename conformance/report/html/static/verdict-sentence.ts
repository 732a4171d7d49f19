import { areas } from '#spec/areas.ts';
import { levels, type PlanSummary, type Report, type RequirementStatus } from '../../lines.ts';
import { count, runVerdictWords } from '../view/words.ts';

/** The verdict as a title. That nothing failed of nothing is no success. */
export function verdictTitle({ header, footer }: Report): string {
  return header.plan.planned === 0 ? 'Nothing asked' : runVerdictWords[footer.verdict];
}

/** What the verdict rests on, for somebody who reads nothing else. */
export function verdictSentences({ header, cases, footer }: Report): readonly string[] {
  const { plan } = header;
  if (plan.planned === 0) return ['Nothing was asked: this part holds no case.'];
  const withStatus = (status: RequirementStatus) => footer.requirements.filter((one) => one.status === status).length;
  const unmet = `${count(withStatus('unmet'), 'requirement')} of ${listOf(plan.sets)} ${are(withStatus('unmet'))} not met`;
  const failed = `${footer.counts.fail} of ${count(plan.planned, 'case')} failed`;
  const known = cases.filter((line) => line.verdict === 'fail' && line.known !== undefined).length;
  const foundation = {
    conformant: `Every MUST of ${listOf(plan.sets)} that a case can reach is met.`,
    passed: `Nothing that was asked failed. It was not everything: ${partOf(plan)}.`,
    incomplete: `Nothing that was asked breaks a MUST, and ${count(withStatus('open'), 'requirement')} could not be judged.`,
    'not conformant': `${unmet}: ${failed}.`,
  }[footer.verdict];
  return [
    foundation,
    ...(known > 0
      ? [
          `The baseline knows of ${known === footer.counts.fail ? 'all of these failures' : `${known} of these failures`}.`,
        ]
      : []),
    ...(withStatus('undeclared') > 0
      ? [
          `${count(withStatus('undeclared'), 'requirement is', 'requirements are')} about features that it does not declare.`,
        ]
      : []),
    ...(withStatus('warned') > 0
      ? [`${count(withStatus('warned'), 'recommendation is', 'recommendations are')} not followed.`]
      : []),
  ];
}

function partOf({ frozen, shard, cases, levels: asked, areas: chosen }: PlanSummary): string {
  const parts = [
    ...(frozen ? [] : ['the vectors are not the frozen ones']),
    ...(shard === null ? [] : [`this is part ${shard}`]),
    ...(cases.length === 0 ? [] : ['the cases were chosen by name']),
    ...(asked.length === levels.length ? [] : [`only ${listOf(asked)} was asked`]),
    ...(chosen.length === areas.length ? [] : [`only ${listOf(chosen)} was asked`]),
  ];
  return parts.join(', ') || 'it is a part of the plan';
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function are(amount: number): string {
  return amount === 1 ? 'is' : 'are';
}
