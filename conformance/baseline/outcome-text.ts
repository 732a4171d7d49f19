import type { CaseLine } from '../report/lines.ts';

/** What an entry can say of a failure: the outcome, and of a refusal its reason. */
const failing = ['ok', 'reject', 'fault', 'crash', 'timeout', 'protocol-error', 'flaky'] as const;

const longestReason = 200;

export function isOutcomeText(text: string): boolean {
  return text.startsWith('reject ') ? text.length > 'reject '.length : failing.some((outcome) => outcome === text);
}

/** The outcome of a case as an entry spells it; what else is in the report may differ from edition to edition. */
export function outcomeText({ observed }: Pick<CaseLine, 'observed'>): string {
  const { outcome, reason = '' } = observed;
  // Cutting may leave half of a surrogate pair, which no file can hold.
  const named = reason.slice(0, longestReason).toWellFormed().trim();
  return outcome === 'reject' && named !== '' ? `reject ${named}` : outcome;
}
