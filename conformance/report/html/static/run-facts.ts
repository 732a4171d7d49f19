import type { Report } from '../../lines.ts';
import { shown } from '../../render/visible.ts';
import { type Html, html } from '../html.ts';

/** The operations and all cases that were chosen by name may be many. */
const longestFact = 2000;

type Fact = readonly [name: string, value: string];

/** What was asked of whom; the rest of it for those who want to repeat the run. */
export function runFacts({ header }: Report): Html {
  const { plan, subject, suite, digests } = header;
  const { names, runtime } = subject.parameters;
  const asked: readonly Fact[] = [
    ['Sets', plan.sets.join(', ')],
    ['Areas', plan.areas.join(', ')],
    ['Seed', plan.frozen ? `${plan.seed} (the committed vectors)` : plan.seed],
    ['Suite', `${suite.name} ${suite.version}`],
  ];
  const more: readonly Fact[] = [
    ['Levels', plan.levels.join(', ')],
    ['Cases', plan.cases.join(', ') || 'all'],
    ['Shard', plan.shard ?? 'not divided'],
    ['Operations', subject.ops.join(', ')],
    ['Features', subject.features.join(', ') || 'none'],
    ['SBOM entry', names.sbomEntry],
    ['Entrypoint', names.defaultEntrypoint],
    ['Host', `${runtime.version}, protocol ${runtime.protocolMajor}`],
    ['Copies at a time', `${subject.concurrency}`],
    ['Requirements digest', digests.requirements],
    ['Cases digest', digests.cases],
    ['Plan digest', digests.plan],
  ];
  return html`<section class="facts" aria-labelledby="facts">
    <h2 id="facts">What was asked</h2>
    ${factList(asked)}
    <details><summary>More about this run</summary>${factList(more)}</details>
  </section>`;
}

function factList(facts: readonly Fact[]): Html {
  return html`<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${shown(value, longestFact)}</dd></div>`)}</dl>`;
}
