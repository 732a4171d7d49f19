import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { type ComparedCell, type ComparedData, type ComparedRow, shapeOf, wordOf } from '../view/compared.ts';
import { number } from '../view/words.ts';

const mostListed = 200;

/** For readers without scripts: where the subjects differ. The page's script puts the whole matrix in its place. */
export function differencesSection(data: ComparedData): Html {
  return html`<section id="results" class="results" aria-labelledby="results-heading">
    <h2 id="results-heading">Differences</h2>
    ${table('Requirement', data.requirements, data.subjects)}
    ${table('Case', data.cases, data.subjects)}
  </section>`;
}

function table(title: string, all: readonly ComparedRow[], subjects: readonly string[]): Html {
  const rows = all.filter(({ differs }) => differs);
  const more = rows.length - mostListed;
  const names = subjects.map((name) => html`<th scope="col"><bdi>${name}</bdi></th>`);
  return html`<table class="plain-matrix">
    <thead><tr><th scope="col">${title}</th>${names}</tr></thead>
    <tbody>${rows.slice(0, mostListed).map(({ id, cells }) => html`<tr><th scope="row"><code>${id}</code></th>${cells.map(cell)}</tr>`)}</tbody>
  </table>
  ${rows.length === 0 && html`<p class="quiet">None differs.</p>`}
  ${more > 0 && html`<p class="quiet">… and ${number(more)} more, which this page lists with scripts enabled.</p>`}`;
}

function cell(one: ComparedCell | null): Html {
  if (one === null) return html`<td class="none">not there</td>`;
  return html`<td>${icon(shapeOf(one))}${wordOf(one)}${one.text !== undefined && `: ${one.text}`}</td>`;
}
