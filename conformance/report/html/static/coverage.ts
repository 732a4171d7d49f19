import { areas } from '#spec/areas.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { PageRequirement } from '../view/model.ts';
import { statusShapes } from '../view/shapes.ts';
import { setWords, statusOrder, statusWords } from '../view/words.ts';

/** Where each set stands in each area. */
export function coverageSection(requirements: readonly PageRequirement[]): Html {
  const sets = Object.keys(setWords).filter((set) => requirements.some((one) => one.set === set));
  const rows = [...areas, 'other'].filter((area) => requirements.some((one) => one.area === area));
  return html`<section class="coverage" aria-labelledby="coverage">
    <h2 id="coverage">Requirements by area and set</h2>
    <table>
      <thead><tr><th scope="col">Area</th>${sets.map((set) => html`<th scope="col">${set}</th>`)}</tr></thead>
      <tbody>${rows.map((area) => row(area, sets, requirements))}</tbody>
    </table>
  </section>`;
}

function row(area: string, sets: readonly string[], requirements: readonly PageRequirement[]): Html {
  const cells = sets.map((set) => {
    const members = requirements.filter((one) => one.area === area && one.set === set);
    return members.length === 0
      ? html`<td class="none">none</td>`
      : html`<td><span data-query="set=${set}&amp;area=${area}">${statusCounts(members)}</span></td>`;
  });
  return html`<tr><th scope="row">${area}</th>${cells}</tr>`;
}

function statusCounts(members: readonly PageRequirement[]): readonly Html[] {
  return statusOrder.flatMap((status) => {
    const amount = members.filter((one) => one.status === status).length;
    return amount === 0
      ? []
      : [
          html`<span class="tally">${icon(statusShapes[status])}${amount}<span class="word"> ${statusWords[status]}</span></span> `,
        ];
  });
}
