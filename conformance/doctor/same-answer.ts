import { isVerdict, markOf, noVerdict } from './exam.ts';
import { type Finding, fine, wrong } from './report.ts';
import type { Answer } from './talk.ts';

/** Two answers to one question, the second of which was asked in a way that must not matter. */
export function sameAnswer(first: Answer, second: Answer, when: string): Finding {
  if (!isVerdict(first)) return noVerdict(first);
  if (!isVerdict(second)) return noVerdict(second, when);
  const [one, other] = [markOf(first.reply), markOf(second.reply)];
  return one === other ? fine(one) : wrong(`${when}: ${other} instead of ${one}`, second.line);
}
