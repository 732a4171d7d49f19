/** What the compiler refuses: where it stands, what is wrong, and what to do about it. */
export interface Complaint extends Place {
  readonly problem: string;
  readonly remedy: string;
}

export interface Place {
  readonly file: string;
  readonly line: number;
}

export function describeComplaint({ file, line, problem, remedy }: Complaint): string {
  return `${file}:${line}: ${problem}; ${remedy}`;
}

/** For what is wrong with a set of files as a whole: the line of `file` that holds `text`, or its first line. */
export function placeOf(text: string, sources: readonly Source[], otherwise: string): Place {
  for (const source of sources) {
    const at = source.text.indexOf(text);
    if (at !== -1) return { file: source.file, line: source.text.slice(0, at).split('\n').length };
  }
  return { file: otherwise, line: 1 };
}

/** A file of the repository: its path from the root, with forward slashes, and its text. */
export interface Source {
  readonly file: string;
  readonly text: string;
}
