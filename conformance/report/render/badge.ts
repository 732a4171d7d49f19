import { areas } from '#spec/areas.ts';
import { requirementSets } from '../../plan/plan.ts';
import type { PlanSummary, Report, RunVerdict } from '../lines.ts';

/** What shields.io asks an endpoint for. Of a run that was not everything, the badge says so. */
export function renderBadge({ header, footer }: Report): string {
  const unmet = footer.requirements.filter(({ status }) => status === 'unmet').length;
  const missing = unmet === 0 ? '' : `, ${unmet} unmet`;
  const message = `${footer.verdict}${missing}${partText(header.plan)}`;
  return `${JSON.stringify({ schemaVersion: 1, label: 'Palyra skills', message, color: colors[footer.verdict] })}\n`;
}

const colors: Readonly<Record<RunVerdict, string>> = {
  conformant: 'brightgreen',
  passed: 'green',
  'not conformant': 'red',
  incomplete: 'orange',
};

function partText({ sets, areas: asked }: PlanSummary): string {
  const parts = [
    ...(sets.length === requirementSets.length ? [] : [sets.join(' + ')]),
    ...(asked.length === areas.length ? [] : [asked.join(' + ')]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}
