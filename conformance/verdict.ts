/** What became of one case. Only `pass` is green; `unsupported` and `not-run` are shown and counted, and prove nothing. */
export const verdicts = ['pass', 'fail', 'unsupported', 'observed', 'not-run'] as const;

export type Verdict = (typeof verdicts)[number];
