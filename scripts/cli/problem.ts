import type { Failure } from '#spec/failure.ts';

/** What can go wrong around the library: the words of a command, the files it names, the machine it runs on. */
export type CliFailure =
  | { readonly code: 'cli.missing-command'; readonly words: string }
  | { readonly code: 'cli.unknown-command'; readonly word: string; readonly nearest: string | undefined }
  | { readonly code: 'cli.unknown-option'; readonly option: string; readonly nearest: string | undefined }
  | { readonly code: 'cli.missing-option'; readonly option: string }
  | { readonly code: 'cli.missing-value'; readonly option: string }
  | { readonly code: 'cli.unexpected-value'; readonly option: string }
  | { readonly code: 'cli.repeated-option'; readonly option: string }
  | { readonly code: 'cli.conflicting-options'; readonly options: readonly string[] }
  | { readonly code: 'cli.missing-argument'; readonly argument: string }
  | { readonly code: 'cli.unexpected-argument'; readonly argument: string }
  | { readonly code: 'cli.blank'; readonly source: string }
  | { readonly code: 'cli.not-utf8'; readonly source: string }
  | { readonly code: 'cli.bad-value'; readonly source: string; readonly value: string; readonly wanted: string }
  | { readonly code: 'cli.no-state-root'; readonly variables: string }
  | { readonly code: 'cli.empty-input'; readonly source: string }
  | { readonly code: 'cli.input-too-large'; readonly source: string; readonly limit: number }
  | { readonly code: 'cli.file-not-found'; readonly path: string }
  | { readonly code: 'cli.not-a-file'; readonly path: string }
  | { readonly code: 'cli.unreadable'; readonly path: string; readonly detail: string }
  | { readonly code: 'cli.unwritable'; readonly path: string; readonly detail: string }
  | { readonly code: 'cli.already-exists'; readonly path: string }
  | { readonly code: 'cli.output-is-input'; readonly path: string }
  | { readonly code: 'cli.key-is-content'; readonly path: string }
  | { readonly code: 'cli.needs-artifact'; readonly option: string }
  | { readonly code: 'cli.unsupported'; readonly option: string; readonly detail: string }
  | { readonly code: 'cli.nothing-installed' }
  | {
      readonly code: 'cli.audit-refused';
      readonly skillId: string;
      readonly version: string;
      readonly reasons: readonly string[];
    }
  | { readonly code: 'cli.interrupted' }
  | { readonly code: 'cli.bug'; readonly detail: string };

/** What only one program can refuse: it brings along how it is told. */
export interface OwnFailure {
  readonly code: `harness.${string}`;
  readonly kind: string;
  readonly exitCode: number;
  readonly message: string;
  readonly hint?: string;
}

export type Problem = Failure | CliFailure | OwnFailure;

/** A `Result` whose failure may also be one of the program itself. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Problem };

export function refuse(failure: CliFailure | OwnFailure): {
  readonly ok: false;
  readonly failure: CliFailure | OwnFailure;
} {
  return { ok: false, failure };
}

export function isCliFailure(problem: Problem): problem is CliFailure {
  return problem.code.startsWith('cli.');
}

export function isOwnFailure(problem: Problem): problem is OwnFailure {
  return problem.code.startsWith('harness.');
}
