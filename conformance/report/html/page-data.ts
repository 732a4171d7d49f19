import type { Report } from '../lines.ts';
import { visible } from '../render/visible.ts';
import { diagnosisText } from './diagnosis-text.ts';
import { PageCases } from './page-cases.ts';
import { pageRequirements } from './page-requirements.ts';
import type { PageData } from './view/model.ts';

/** Everything of a report that the page can show; what a subject said is made harmless to look at. */
export function pageData({ header, cases, footer }: Report, subjectCommand: string): PageData {
  const requirements = pageRequirements(footer.requirements);
  const shownCases = new PageCases(new Map(requirements.map(({ id }, index) => [id, index])));
  const { frozen, seed } = header.plan;
  return {
    requirements,
    cases: cases.map((line) => shownCases.add(line)),
    diagnoses: Object.fromEntries(
      cases.flatMap(({ observed: { diagnosis } }) => (diagnosis ? [[diagnosis, diagnosisText(diagnosis).text]] : [])),
    ),
    texts: shownCases.texts,
    rerun: { seed: frozen ? null : visible(seed), subject: visible(subjectCommand) },
  };
}
