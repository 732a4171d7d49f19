import type { Report, RunVerdict } from '../lines.ts';
import type { RenderOptions } from '../render/options.ts';
import { shown } from '../render/visible.ts';
import { htmlDocument, type Page } from './document.ts';
import { pageStyle, reportScript } from './generated/page.ts';
import { embedJson, type Html, html } from './html.ts';
import { pageData } from './page-data.ts';
import { adapterSection } from './static/adapter.ts';
import { coverageSection } from './static/coverage.ts';
import { failuresSection } from './static/failures.ts';
import { observationsSection } from './static/observations.ts';
import { page } from './static/page.ts';
import { runFacts } from './static/run-facts.ts';
import { verdictSection } from './static/verdict.ts';
import type { PageData } from './view/model.ts';
import { runVerdictWords } from './view/words.ts';

export type HtmlOptions = RenderOptions;

/** The report as one self-contained file, which reads well without its script and loads nothing with it. */
export function renderHtml(report: Report, { subjectCommand = './my-adapter' }: HtmlOptions = {}): string {
  const { subject } = report.header;
  const data = pageData(report, subjectCommand);
  return htmlDocument({
    title: `${runVerdictWords[report.footer.verdict]}: ${shown(subject.name, 80)} ${shown(subject.version, 80)} · Palyra conformance`,
    tone: tones[report.footer.verdict],
    body: page('Conformance report', content(report, data)),
    style: pageStyle,
    script: reportScript,
    data: embedJson(data),
  });
}

const tones: Readonly<Record<RunVerdict, Page['tone']>> = {
  conformant: 'good',
  passed: 'good',
  'not conformant': 'bad',
  incomplete: 'unsure',
};

function content(report: Report, data: PageData): Html {
  return html`<div class="overview">
<div class="pair">${verdictSection(report)}${adapterSection(report)}</div>
<div class="pair">${coverageSection(data.requirements)}${runFacts(report)}</div>
</div>
${failuresSection(data)}
${observationsSection(data)}`;
}
