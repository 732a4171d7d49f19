import { requirements } from '#spec/generated/requirements.ts';
import type { Case } from '../case.ts';
import { type CaseIndex, needsOf } from '../recipe/case-index.ts';

/**
 * The requirements that bind everybody by their sentence, and whose cases are about features alone: whoever declares
 * none would be asked for nothing.
 */
export function askedOfFewOnly(cases: readonly Case[], index: CaseIndex): readonly string[] {
  const binding = requirements.filter(({ keyword, text }) => keyword !== 'MAY' && !text.includes('host that declares'));
  const few = binding.filter(({ id }) => {
    const proving = cases.filter(({ proves }) => proves.includes(id));
    return proving.length > 0 && proving.every((one) => needsOf(one, index).length > 0);
  });
  return few.map(({ id }) => id);
}
