import { asciiLower, trim } from '#reference/text/white-space.ts';
import { ok } from '#spec/result.ts';
import { type Outcome, refuse } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';
import { variable } from '../settings.ts';

const name = 'PALYRA_SKILLS_QUARANTINE_NEW';

/** A misspelt wish for safety is refused, not ignored. */
export function quarantinesNew(flag: boolean, shell: Shell): Outcome<boolean> {
  if (flag) return ok(true);
  const given = variable(shell, name);
  if (!given.ok || given.value === undefined) return given.ok ? ok(false) : given;
  const value = asciiLower(trim(given.value));
  if (value === '1' || value === 'true') return ok(true);
  if (value === '0' || value === 'false') return ok(false);
  return refuse({ code: 'cli.bad-value', source: name, value: given.value, wanted: '1, true, 0 or false' });
}
