import type { Verdict } from '../../../verdict.ts';
import type { RequirementStatus, RunVerdict } from '../../lines.ts';

/** Every verdict and status has a shape of its own; colour only repeats it. */
export type Shape = 'check' | 'cross' | 'warn' | 'slash' | 'open' | 'half' | 'part' | 'eye' | 'aside' | 'outside';

export const verdictShapes: Readonly<Record<Verdict, Shape>> = {
  pass: 'check',
  fail: 'cross',
  unsupported: 'slash',
  observed: 'eye',
  'not-run': 'open',
};

export const statusShapes: Readonly<Record<RequirementStatus, Shape>> = {
  met: 'check',
  unmet: 'cross',
  warned: 'warn',
  open: 'open',
  undeclared: 'aside',
  outside: 'outside',
  observed: 'eye',
};

export const runVerdictShapes: Readonly<Record<RunVerdict, Shape>> = {
  conformant: 'check',
  passed: 'part',
  'not conformant': 'cross',
  incomplete: 'half',
};
