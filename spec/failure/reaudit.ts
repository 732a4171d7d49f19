import { quote } from './evidence.ts';

/** What can be wrong with the configuration of the periodic audit. */
export type ReauditFailure = { readonly code: 'reaudit.bad-interval'; readonly value: string };

export function describeReaudit(failure: ReauditFailure): string {
  switch (failure.code) {
    case 'reaudit.bad-interval':
      return `The re-audit interval ${quote(failure.value)} is not a number of milliseconds; 0 turns the audit off.`;
    default:
      return failure.code satisfies never;
  }
}
