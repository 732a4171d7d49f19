import type { Block, Field } from '../blocks/read-blocks.ts';
import { writeValue } from '../blocks/value.ts';
import type { CaseLine } from '../report/lines.ts';
import type { Change } from './changes.ts';
import { outcomeText } from './outcome-text.ts';
import { baselineHeader, unexplained } from './parse.ts';

/** The lines of an entry after a change, each with its end. */
export function rewriteEntry(
  file: readonly string[],
  { from, header, to, fields }: Block,
  change: Change,
  endOfLine: string,
): readonly string[] {
  const observed = fields.get('observed');
  switch (change.kind) {
    case 'remove':
      return [];
    case 'keep':
      return file.slice(from - 1, to);
    case 'correct':
      return withValue(file.slice(from - 1, to), from, observed, change.observed);
    case 'expand': {
      const comments = file.slice(from - 1, header - 1);
      const body = file.slice(header - 1, to).map((line) => (line.endsWith('\n') ? line : line + endOfLine));
      const entries = [...change.outcomes].map(([id, outcome]) =>
        withValue(withValue(body, header, fields.get('case'), id), header, observed, outcome),
      );
      return [...comments, ...entries.flatMap((entry, index) => (index === 0 ? entry : [endOfLine, ...entry]))];
    }
  }
}

/** An entry for a failure that nobody has explained yet. */
export function newEntry(line: CaseLine): readonly string[] {
  const { outcome, reason } = line.expected;
  return [
    `# ${line.requirements.join(', ')}: expected ${reason === undefined ? outcome : `${outcome} ${reason}`}`,
    `[[${baselineHeader}]]`,
    `case = ${writeValue(line.id)}`,
    `observed = ${writeValue(outcomeText(line))}`,
    `reason = ${writeValue(unexplained)}`,
  ];
}

function withValue(
  lines: readonly string[],
  first: number,
  field: Field | undefined,
  value: string,
): readonly string[] {
  if (field === undefined) return lines;
  const line = lines[field.line - first] ?? '';
  return lines.with(field.line - first, line.slice(0, field.from) + writeValue(value) + line.slice(field.to));
}
