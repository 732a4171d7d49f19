import { verdictWords } from '../html/view/words.ts';
import type { CaseCell } from './comparison.ts';
import type { Regressions } from './regressions.ts';

/** `passed`, `failed: ok, but another value`, `unsupported: trust.add`; the text of an answer that is none says so itself. */
export function cellText(cell: CaseCell | null): string {
  if (cell === null) return 'not there';
  const { verdict, text } = cell;
  if (verdict === 'pass') return verdictWords.pass;
  return verdict === 'fail' || verdict === 'observed' ? `${verdictWords[verdict]}: ${text}` : text;
}

export function changesText({ broken, newlyFailing, gone, fixed }: Regressions): string {
  return `${broken.length} broken, ${newlyFailing.length} newly failing, ${gone.length} gone, ${fixed.length} fixed`;
}
