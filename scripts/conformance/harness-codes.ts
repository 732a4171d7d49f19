/** What this program alone can refuse, and what to do about it. */
export const harnessCodes = {
  'harness.bad-baseline': 'The baseline cannot be read. The line that is named says what to correct.',
  'harness.bad-reason-map': 'The reason map cannot be read. The line that is named says what to correct.',
  'harness.bad-report': 'A report does not hold: it was edited or cut off. `verify-report` names every line of it.',
  'harness.cannot-compare': 'These reports are not of the same cases. Make both with one edition, or give --mixed.',
  'harness.cannot-merge': 'These are not all the shards of one run, each once.',
  'harness.no-case': 'No case is meant by these options. `list` takes the same ones and shows the cases.',
  'harness.no-extract': 'The folder does not hold what `extract` writes. Extract the case again.',
  'harness.no-folder': 'The folder is not one that this command may replace. Name another one.',
  'harness.no-program': 'There are options for a program, and no program. It stands behind two dashes.',
  'harness.no-reports': 'The reports cannot be written where they should be. Name another folder with --reports.',
  'harness.not-started': 'The program was not started, or said no hello that can be used. `doctor` looks closer.',
  'harness.not-two': 'What got worse is to be seen from one report to another: give two.',
  'harness.unknown-id': 'Nothing has this name. `list` and `list --requirements` show what there is.',
} as const;

export type HarnessCode = keyof typeof harnessCodes;
