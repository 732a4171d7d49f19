/** One edit of a text: the one occurrence of `replace` becomes `with`. */
export interface Change {
  readonly replace: string;
  readonly with: string;
}

/** Reads the lines of a diff against the text it changes. */
export function readChange(lines: readonly string[], text: string): Change | { readonly problem: string } {
  const marks = lines.map((line) => line.charAt(0) || ' ').join('');
  if (/[^ +-]/.test(marks)) return { problem: 'has a line that begins with neither a space nor - nor +' };
  if (!/[+-]/.test(marks)) return { problem: 'changes nothing' };
  if (!/^ *-*\+* *$/.test(marks)) return { problem: 'changes more than one place' };

  const side = (mark: '+' | '-') =>
    lines
      .filter((line) => !line.startsWith(mark))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const before = side('+');
  const after = side('-');
  if (before === '') return { problem: 'only adds lines, so its place is unknown without a line of context' };
  if (before === after) return { problem: 'changes nothing' };

  const found = text.split(before).length - 1;
  if (found === 0) return { problem: 'does not fit: the text it changes has no such lines' };
  if (found > 1) return { problem: 'fits in more than one place; add lines of context' };
  if (!`\n${text}`.includes(`\n${before}`)) return { problem: 'begins in the middle of a line' };
  return { replace: before, with: after };
}
