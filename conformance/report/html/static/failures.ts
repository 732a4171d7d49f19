import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { PageCase, PageData } from '../view/model.ts';
import { number } from '../view/words.ts';

const mostListed = 200;

/** For readers without scripts: what failed and how. The page's script puts the whole report in its place. */
export function failuresSection({ cases, requirements }: PageData): Html {
  const failed = cases.filter(({ verdict }) => verdict === 'fail');
  const more = failed.length - mostListed;
  const proved = (one: PageCase) => one.requirements.map((index) => requirements[index]?.id).join(', ');
  return html`<section id="results" class="results" aria-labelledby="results-heading">
    <h2 id="results-heading">Failed cases</h2>
    ${failed.length === 0 && html`<p class="fine">${icon('check')}None.</p>`}
    <ol class="plain-failures">${failed.slice(0, mostListed).map(
      (one) => html`<li>
        <p>${icon('cross')}<code>${one.id}</code> <span class="quiet">${proved(one)}</span></p>
        <dl>
          <div><dt>Expected</dt><dd>${one.expected.text}</dd></div>
          <div><dt>Observed</dt><dd>${one.observed.text}</dd></div>
          ${one.edit !== undefined && html`<div><dt>Changed</dt><dd>${one.edit}</dd></div>`}
        </dl>
      </li>`,
    )}</ol>
    ${more > 0 && html`<p class="quiet">… and ${number(more)} more, which this page lists with scripts enabled.</p>`}
  </section>`;
}
