import { quote } from '#spec/failure/evidence.ts';
import { howToName } from '../names.ts';
import type { RunResult } from '../result.ts';

const mostCallers = 4;

/** The functions that a stop found the guest in, as the end of a sentence; empty where nobody knows. */
export function whereStopped({ insight }: RunResult): string {
  const [innermost, ...callers] = collapse(insight?.stack ?? []);
  if (innermost === undefined) return '';
  const shown = callers.slice(0, mostCallers).map((caller) => `, called by ${caller}`);
  return ` in ${innermost}${shown.join('')}`;
}

/** A function that calls itself is named once. */
function collapse(stack: readonly string[]): readonly string[] {
  return stack.filter((name, at) => name !== stack[at - 1]).map(quote);
}

/** Where the innermost function has no name to be found by. */
export function namesHint({ insight }: RunResult): readonly string[] {
  if (!insight?.stack[0]?.startsWith('func[')) return [];
  return [howToName];
}
