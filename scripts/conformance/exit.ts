/** 0 is left to success; the meanings of 1 to 4 are those of `run`. */
export const exitCodes = {
  not_conformant: 1,
  misuse: 2,
  not_started: 3,
  baseline_out_of_date: 4,
  cancelled: 130,
  /** Never the code of a verdict: a bug says nothing of the subject. */
  internal_error: 2,
} as const;

export type Kind = keyof typeof exitCodes;

export const exits: readonly (readonly [string, string])[] = [
  ['0', 'Conformant, or everything that was asked has passed.'],
  ['1', 'Not conformant; a report that does not hold; a regression.'],
  ['2', 'The run is incomplete, a line or file of yours is wrong, or this program has a bug.'],
  ['3', 'The subject did not start.'],
  ['4', 'The baseline is out of date.'],
  ['130', 'Interrupted.'],
];
