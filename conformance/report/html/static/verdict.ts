import { type Verdict, verdicts } from '../../../verdict.ts';
import type { Report } from '../../lines.ts';
import { shown } from '../../render/visible.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { runVerdictShapes, verdictShapes } from '../view/shapes.ts';
import { number, runVerdictWords, verdictWords } from '../view/words.ts';
import { verdictSentences } from './verdict-sentence.ts';

export function verdictSection(report: Report): Html {
  const { header, footer } = report;
  const { name, version, language } = header.subject;
  return html`<section class="verdict is-${runVerdictShapes[footer.verdict]}" aria-labelledby="verdict">
    <p class="subject"><bdi>${shown(name, longestName)}</bdi> <bdi>${shown(version, longestName)}</bdi><span class="quiet"> · <bdi>${shown(language, longestName)}</bdi></span></p>
    <h1 id="verdict">${icon(runVerdictShapes[footer.verdict])}${runVerdictWords[footer.verdict]}</h1>
    <p class="foundation">${verdictSentences(report).join(' ')}</p>
    ${footer.stopped !== null && html`<p class="notice">${icon('warn')}The run ended before its plan did: ${shown(footer.stopped)}</p>`}
    ${bar(footer.counts)}
    <ul class="counts">${verdicts.map((verdict) => countItem(verdict, footer.counts[verdict]))}</ul>
  </section>`;
}

const longestName = 80;

function countItem(verdict: Verdict, amount: number): Html {
  const words = html`${icon(verdictShapes[verdict])}<b>${number(amount)}</b> ${verdictWords[verdict]}`;
  // Without the page's script there is nothing to lead to, so it is the script that makes links of these.
  return amount === 0
    ? html`<li class="none">${words}</li>`
    : html`<li><span data-query="view=cases&amp;verdict=${verdict}">${words}</span></li>`;
}

const width = 1000;
/** One failure among thousands of cases must still be seen. */
const leastWidth = 18;

/** The numbers below it say the same in words. */
function bar(counts: Report['footer']['counts']): Html {
  const shown = verdicts.filter((verdict) => counts[verdict] > 0);
  const total = shown.reduce((sum, verdict) => sum + counts[verdict], 0);
  const widths = shown.map((verdict) => Math.max(leastWidth, (counts[verdict] / total) * width));
  const scale = width / widths.reduce((sum, one) => sum + one, 0);
  let x = 0;
  const pieces = shown.map((verdict, index) => {
    const piece = (widths[index] ?? 0) * scale;
    const rect = html`<rect class="is-${verdictShapes[verdict]}" x="${x.toFixed(1)}" width="${piece.toFixed(1)}" height="10"/>`;
    x += piece;
    return rect;
  });
  return html`<svg class="bar" viewBox="0 0 ${width} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${pieces}</svg>`;
}
