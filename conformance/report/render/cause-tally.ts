import { diagnoses } from '../../diagnosis.ts';
import { causeOf, wordedCauseOf } from '../html/view/causes.ts';
import type { CaseLine } from '../lines.ts';
import { isFailure } from './case-text.ts';

/** How many failures have one cause. */
interface CauseCount {
  /** As the subject worded it: to be made harmless by whoever shows it. */
  readonly sentence: string;
  readonly count: number;
}

const texts = Object.fromEntries(Object.entries(diagnoses).map(([code, { text }]) => [code, text]));

/** Counts the causes of the failures that no baseline knows, as the page groups them. */
export class CauseTally {
  readonly #worded = new Map<string, { readonly general: string; count: number }>();

  see(line: CaseLine): void {
    if (!isFailure(line)) return;
    const general = causeOf(line, texts);
    const words = wordedCauseOf(line, texts);
    const known = this.#worded.get(words);
    if (known === undefined) this.#worded.set(words, { general, count: 1 });
    else known.count++;
  }

  /** The most frequent of those that several failures share, and how many failures have another one. */
  top(most = 5): { readonly causes: readonly CauseCount[]; readonly others: number } {
    const counts = new Map<string, number>();
    for (const [words, { general, count }] of this.#worded) {
      // Only the general one has codes between backticks; others are the subject's own.
      const sentence = count === 1 || words === general ? general.replaceAll('`', '') : words;
      counts.set(sentence, (counts.get(sentence) ?? 0) + count);
    }
    const all = Array.from(counts, ([sentence, count]) => ({ sentence, count }));
    const causes = all
      .filter(({ count }) => count > 1)
      .sort((a, b) => b.count - a.count)
      .slice(0, most);
    return { causes, others: sum(all) - sum(causes) };
  }
}

function sum(counts: readonly CauseCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
