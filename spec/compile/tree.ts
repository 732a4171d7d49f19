import type { Source } from './complaint.ts';

/** The files of the repository by the part they play here. A file may play several. */
export interface Tree {
  readonly chapters: readonly Source[];
  readonly tests: readonly Source[];
  readonly cases: readonly Source[];
  /** Where a failure may be raised. */
  readonly raising: readonly Source[];
  /** Where a requirement may be kept: code that is neither test, case, schema nor list of reasons. */
  readonly code: readonly Source[];
  readonly everything: readonly Source[];
}

export const reasonsFile = 'spec/reasons.ts';

export function sortTree(sources: readonly Source[]): Tree {
  const everything = sources.filter(({ file }) => !file.startsWith('spec/generated/'));
  const matching = (...patterns: readonly RegExp[]) =>
    everything.filter(({ file }) => patterns.every((pattern) => pattern.test(file)));
  return {
    chapters: matching(/^spec\/[^/]+\.md$/),
    tests: matching(/\.test\.ts$/),
    cases: matching(/^conformance\/cases\//),
    raising: matching(/^(?:reference|scripts)\/.*(?<!\.test)\.ts$/),
    code: matching(/(?<!\.test)\.ts$/, /^(?!conformance\/cases\/|spec\/(?:reasons\.ts$|schema\/))/),
    everything,
  };
}
