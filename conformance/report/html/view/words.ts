import type { Verdict } from '../../../verdict.ts';
import type { RequirementStatus, RunVerdict } from '../../lines.ts';

/** The word of each verdict, as it stands behind a number: `12 failed`. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: 'passed',
  fail: 'failed',
  unsupported: 'unsupported',
  observed: 'observed',
  'not-run': 'not run',
};

export const statusWords: Readonly<Record<RequirementStatus, string>> = {
  met: 'met',
  unmet: 'not met',
  warned: 'warned',
  open: 'open',
  undeclared: 'not declared',
  outside: 'out of reach',
  observed: 'observed',
};

/** What comes first where requirements or cases stand in a list. */
export const statusOrder: readonly RequirementStatus[] = [
  'unmet',
  'warned',
  'open',
  'met',
  'undeclared',
  'observed',
  'outside',
];
export const verdictOrder: readonly Verdict[] = ['fail', 'unsupported', 'not-run', 'pass', 'observed'];

export const setWords: Readonly<Record<string, string>> = {
  core: 'What shipping Palyra does and must do to exchange skills',
  documented: 'What the public documentation promises beyond that',
  hardened: 'What closes a hole that shipping Palyra leaves open',
};

export const runVerdictWords: Readonly<Record<RunVerdict, string>> = {
  conformant: 'Conformant',
  passed: 'Passed',
  'not conformant': 'Not conformant',
  incomplete: 'Incomplete',
};

const english = new Intl.NumberFormat('en');

/** `1,034` */
export function number(count: number): string {
  return english.format(count);
}

/** `1 case`, `1,034 cases` */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${number(amount)} ${amount === 1 ? one : many}`;
}
