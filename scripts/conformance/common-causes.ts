import type { CaseLine } from '#conformance/report/lines.ts';

export interface CommonCause {
  readonly text: string;
  readonly count: number;
}

/** A subject may give every case a text of its own; those that come first are enough to tell of. */
const mostTexts = 50;
const leastCount = 3;
const mostTold = 5;

/**
 * What many cases failed with in the same words, as all do where a disk is full. Answers are left out: that they are alike
 * says nothing of why.
 */
export class CommonCauses {
  readonly #counts = new Map<string, number>();

  see({ observed: { outcome, text, stderr = '' } }: CaseLine): void {
    if (outcome === 'ok' || outcome === 'reject' || outcome === 'flaky') return;
    const said = lastLine(stderr);
    const cause = said === '' ? text : `${text}; standard error: ${said}`;
    const known = this.#counts.get(cause);
    if (known !== undefined || this.#counts.size < mostTexts) this.#counts.set(cause, (known ?? 0) + 1);
  }

  /** The most frequent first. */
  get told(): readonly CommonCause[] {
    return [...this.#counts]
      .map(([text, count]) => ({ text, count }))
      .filter(({ count }) => count >= leastCount)
      .toSorted((one, other) => other.count - one.count)
      .slice(0, mostTold);
  }
}

export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)?.trim() ?? '';
}
