import { nearest } from '../nearest.ts';
import type { FileProblem } from './problem.ts';
import type { Block } from './read-blocks.ts';

/** What is wrong with the keys of an entry, whatever their values mean. */
export function checkKeys(
  { fields, header: line }: Block,
  header: string,
  required: readonly string[],
  optional: readonly string[],
): readonly FileProblem[] {
  const known = [...required, ...optional];
  const problems: FileProblem[] = required
    .filter((key) => !fields.has(key))
    .map((key) => ({ line, problem: 'missing key', key, header }));
  for (const [key, field] of fields) {
    if (!known.includes(key)) {
      problems.push({ line: field.line, problem: 'unknown key', key, meant: nearest(key, known) });
    } else if (field.value.trim() === '') {
      problems.push({ line: field.line, problem: 'empty value', key });
    }
  }
  return problems;
}
