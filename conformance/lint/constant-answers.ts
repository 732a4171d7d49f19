import type { World } from '#fixtures/world.ts';
import { requirements } from '#spec/generated/requirements.ts';
import { reasons } from '#spec/reasons.ts';
import type { Case } from '../case.ts';
import { type CaseIndex, codeOf, needsOf } from '../recipe/case-index.ts';
import { valuesConflict } from './conflict.ts';

/**
 * The requirements that a subject could meet by saying one and the same thing, whatever it is asked, and whether it
 * declares all features or none.
 */
export function metByConstant(cases: readonly Case[], index: CaseIndex, worlds: readonly World[]): readonly string[] {
  const binding = requirements.filter(({ keyword, outside }) => keyword.startsWith('MUST') && outside === undefined);
  const met = binding.filter(({ id }) => {
    const proving = cases.filter(({ kind, proves }) => kind !== 'observed' && proves.includes(id));
    const general = proving.filter((one) => needsOf(one, index).length === 0);
    return isMet(proving, index, worlds) || (general.length > 0 && isMet(general, index, worlds));
  });
  return met.map(({ id }) => id);
}

/** A relation takes no part in this: there is always an answer that meets it, such as that no budget is enough. */
function isMet(cases: readonly Case[], index: CaseIndex, worlds: readonly World[]): boolean {
  return outcomesOf(cases, index).size < 2 && !needsTwoValues(cases, worlds);
}

/** Two codes of one family are one outcome, since both are met by its name. */
function outcomesOf(cases: readonly Case[], index: CaseIndex): ReadonlySet<string> {
  return new Set(
    cases.map((one) => {
      const code = codeOf(one, index);
      return code === undefined ? 'ok' : reasons[code].family;
    }),
  );
}

function needsTwoValues(cases: readonly Case[], worlds: readonly World[]): boolean {
  const values = cases.flatMap((one) => {
    if (one.kind !== 'accepted' && one.kind !== 'changed') return [];
    return worlds.map((world) => one.value?.(world));
  });
  const given = values.filter((value) => value !== undefined);
  return given.some((one) => given.some((other) => valuesConflict(one, other)));
}
