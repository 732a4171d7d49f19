import { type Html, html } from '../html.ts';
import { groupBy } from '../view/group.ts';
import type { PageCase, PageData } from '../view/model.ts';
import { count, number } from '../view/words.ts';
import { inline } from './inline.ts';

const mostListed = 100;

/** What the subject does where nothing is demanded: printed, never scored. */
export function observationsSection({ cases, requirements }: PageData): Html {
  const observed = cases.filter(({ verdict }) => verdict === 'observed');
  const listed = observed.slice(0, mostListed);
  const groups = groupBy(listed, (one) => one.requirements[0]);
  const more = observed.length - listed.length;
  return html`<section class="observations" aria-labelledby="observations">
    <h2 id="observations">Observations</h2>
    <p class="quiet">What the subject does where nothing is demanded. None of it counts.</p>
    ${[...groups].map(([index, members]) => {
      const requirement = index === undefined ? undefined : requirements[index];
      return html`<details class="row">
        <summary><code>${requirement?.id ?? 'other'}</code> <span class="quiet">${count(members.length, 'case')}</span></summary>
        <div class="inside">
          ${requirement && html`<p class="clause">${inline(requirement.text)}</p>`}
          ${observationTable(members)}
        </div>
      </details>`;
    })}
    ${more > 0 && html`<p class="quiet">… and ${number(more)} more among the results.</p>`}
    ${observed.length === 0 && html`<p class="quiet">Nothing was observed.</p>`}
  </section>`;
}

function observationTable(members: readonly PageCase[]): Html {
  const rows = members.map(
    ({ id, expected, observed }) =>
      html`<tr><th scope="row"><code>${id}</code></th><td>${observed.text}</td><td class="quiet">${shippingText(expected.text)}</td></tr>`,
  );
  return html`<table class="observed"><thead><tr><th scope="col">Case</th><th scope="col">This subject</th><th scope="col">Compared with</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** That it was only observed is said above all of them. */
function shippingText(expected: string): string {
  const [, software, needs] = /^observed only(?: \((.*)\)|: (.*))$/.exec(expected) ?? [];
  return software ?? needs ?? expected;
}
