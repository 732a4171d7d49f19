import type { CaseLine, ExpectedText, ObservedText, RequirementResult } from '../../lines.ts';

/** What the page's script reads: a report with every text already safe to show and of bounded length. */
export interface PageData {
  readonly requirements: readonly PageRequirement[];
  readonly cases: readonly PageCase[];
  /** The sentence of every diagnosis that a case names. */
  readonly diagnoses: Readonly<Record<string, string>>;
  /** Long texts, each once; cases name them by index. */
  readonly texts: readonly string[];
  readonly rerun: Rerun;
}

/** What the command that repeats a case needs to know of the run. */
export interface Rerun {
  /** Null where the committed vectors were asked. */
  readonly seed: string | null;
  /** The words that start the subject, as they are typed. */
  readonly subject: string;
}

export interface PageRequirement extends Pick<RequirementResult, 'keyword' | 'set' | 'status'> {
  readonly id: string;
  readonly area: string;
  readonly text: string;
  readonly why: string;
  readonly chapter: string;
  readonly since: string;
  readonly failsAs: readonly string[];
  readonly outside?: string;
}

export interface PageCase extends Pick<CaseLine, 'id' | 'operation' | 'verdict' | 'twin' | 'edit' | 'note' | 'known'> {
  /** Indices into the requirements. */
  readonly requirements: readonly number[];
  readonly expected: ExpectedText;
  readonly observed: PageObserved;
}

export interface PageObserved extends Omit<ObservedText, 'native' | 'stderr'> {
  readonly native?: number;
  readonly stderr?: number;
}
