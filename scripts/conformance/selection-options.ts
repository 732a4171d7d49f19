import type { Selection } from '#conformance/plan/selection.ts';
import type { Level, RequirementSet } from '#conformance/report/lines.ts';
import { areas } from '#spec/areas.ts';
import { ok } from '#spec/result.ts';
import type { OptionTable, Parsed } from '../cli/options.ts';
import type { Outcome } from '../cli/problem.ts';
import { refuseHarness } from './harness-failure.ts';

const sets = ['core', 'documented', 'hardened'] as const satisfies readonly RequirementSet[];
const levels = ['must', 'should', 'may'] as const satisfies readonly Level[];

export const selectionOptions = {
  set: { kind: 'choices', choices: sets, about: 'Only cases of these sets of requirements. Default: all.' },
  area: { kind: 'choices', choices: areas, about: 'Only cases of these areas. Default: all.' },
  level: { kind: 'choices', choices: levels, about: 'Only cases of requirements of this level. Default: all.' },
  case: { kind: 'list', shows: 'glob', about: 'Only cases with such an id; * is any text and ? any character.' },
  exclude: { kind: 'list', shows: 'glob', about: 'All but cases with such an id, such as those that a host dies of.' },
} as const satisfies OptionTable;

export type SelectionOptions = Parsed<typeof selectionOptions>;

export function selectionOf({ set, area, level, case: cases, exclude }: SelectionOptions): Selection {
  return { sets: set, areas: area, levels: level, cases: [...cases, ...exclude.map((glob) => `!${glob}`)] };
}

/** A glob without a case would make a run that asks nothing, and a run that asks nothing fails nothing. */
export async function checkSelection(selection: Selection): Promise<Outcome<undefined>> {
  const [{ cases }, { dividedGlobs, selectCases, selectRequirements }, { matchesGlob }] = await Promise.all([
    import('#conformance/cases/index.ts'),
    import('#conformance/plan/selection.ts'),
    import('#conformance/plan/glob.ts'),
  ]);
  const { chosen, leftOut } = dividedGlobs(selection.cases);
  const idle = [...chosen, ...leftOut].find((glob) => !cases.some(({ id }) => matchesGlob(glob, id)));
  if (idle !== undefined) {
    const { didYouMeanCase } = await import('./explain/suggestions.ts');
    return refuseHarness('misuse', 'harness.no-case', {
      message: `No case has an id like ${JSON.stringify(idle)}${didYouMeanCase(idle)}`,
      hint: '`palyra-conformance list` shows the cases.',
    });
  }
  if (selectCases(cases, selectRequirements(selection), selection).length > 0) return ok(undefined);
  return refuseHarness('misuse', 'harness.no-case', {
    message: 'No case fits all of --set, --area, --level, --case and --exclude.',
    hint: '`palyra-conformance list` takes the same options and shows the cases.',
  });
}
