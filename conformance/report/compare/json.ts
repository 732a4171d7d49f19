import { visible } from '../render/visible.ts';
import type { Comparison } from './comparison.ts';
import type { Regressions } from './regressions.ts';

export function renderComparisonJson(comparison: Comparison): string {
  return jsonDocument(comparison);
}

export function renderRegressionsJson(regressions: Regressions): string {
  return jsonDocument(regressions);
}

/** Outside its strings JSON has only visible characters, and inside them it spells them in the same way. */
function jsonDocument(value: object): string {
  return `${JSON.stringify(value, null, 1).split('\n').map(visible).join('\n')}\n`;
}
