import type { Comparison } from '../compare/comparison.ts';
import { comparedData } from './compared-data.ts';
import { htmlDocument } from './document.ts';
import { comparisonScript, pageStyle } from './generated/page.ts';
import { embedJson, html } from './html.ts';
import { comparedSubjects } from './static/compared-subjects.ts';
import { differencesSection } from './static/differences.ts';
import { page } from './static/page.ts';
import { count } from './view/words.ts';

/** Several reports side by side as one self-contained file. */
export function renderComparisonHtml(comparison: Comparison): string {
  const data = comparedData(comparison);
  return htmlDocument({
    title: `${count(comparison.subjects.length, 'report')} side by side · Palyra conformance`,
    tone: 'unsure',
    body: page('Comparison of reports', html`${comparedSubjects(comparison)}${differencesSection(data)}`),
    style: pageStyle,
    script: comparisonScript,
    data: embedJson(data),
  });
}
