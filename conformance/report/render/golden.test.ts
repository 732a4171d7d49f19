import { expect, test } from 'vitest';
import { goldenReport } from '../testing/golden-report.ts';
import { renderBadge } from './badge.ts';
import { renderCtrf } from './ctrf.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSarif } from './sarif.ts';

const subjectCommand = './adapter --mode fast';

test.each([
  ['junit.xml', renderJunit(goldenReport, { subjectCommand })],
  ['ctrf.json', renderCtrf(goldenReport, { subjectCommand })],
  ['sarif.json', renderSarif(goldenReport, { subjectCommand })],
  ['markdown.md', renderMarkdown(goldenReport, { subjectCommand })],
  ['badge.json', renderBadge(goldenReport)],
])('the report with every verdict, every outcome and hostile texts as %s is the golden one', async (name, rendered) => {
  await expect(rendered).toMatchFileSnapshot(`golden/${name}.golden`);
});
