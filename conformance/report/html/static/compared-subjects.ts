import { verdicts } from '../../../verdict.ts';
import type { ComparedSubject, Comparison } from '../../compare/comparison.ts';
import { shown } from '../../render/visible.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { runVerdictShapes, verdictShapes } from '../view/shapes.ts';
import { count, number, runVerdictWords, verdictWords } from '../view/words.ts';

/** Who is compared, how each of them stands, and what was left out. */
export function comparedSubjects({ subjects, mixed, filter, requirements, cases }: Comparison): Html {
  const differing = (rows: readonly { readonly differs: boolean }[]) => rows.filter(({ differs }) => differs).length;
  const amounts = `${count(differing(requirements), 'requirement')} and ${count(differing(cases), 'case')} differ.`;
  const chosen = [...filter.sets, ...filter.areas, ...filter.requirements];
  return html`<section class="compared" aria-labelledby="compared">
    <h1 id="compared">${count(subjects.length, 'report')} side by side</h1>
    <p class="foundation">${amounts}${filter.onlyDifferences && ' Rows that do not differ were left out.'}${chosen.length > 0 && ` Only ${chosen.join(', ')} was compared.`}</p>
    ${mixed && html`<p class="notice">${icon('warn')}These reports do not know of the same cases; only what they share can be compared.</p>`}
    <ul class="subjects">${subjects.map(subjectItem)}</ul>
  </section>`;
}

const longestName = 60;

function subjectItem({ name, subject, suite, verdict, counts }: ComparedSubject): Html {
  const amounts = verdicts
    .filter((one) => counts[one] > 0)
    .map((one) => html`<li>${icon(verdictShapes[one])}<b>${number(counts[one])}</b> ${verdictWords[one]}</li>`);
  return html`<li>
    <h2><bdi>${shown(name, longestName)}</bdi></h2>
    <p class="quiet"><bdi>${shown(subject.name, longestName)}</bdi> <bdi>${shown(subject.version, longestName)}</bdi> · suite ${shown(suite.version, longestName)}</p>
    <p class="standing">${icon(runVerdictShapes[verdict])}${runVerdictWords[verdict]}</p>
    <ul class="counts">${amounts}</ul>
  </li>`;
}
