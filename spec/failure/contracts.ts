import { quote } from './evidence.ts';

/** What is wrong with a record of a contract. The path leads from the record to the value. */
export type ContractsFailure =
  | { readonly code: 'contracts.wrong-type'; readonly path: string; readonly wanted: string }
  | { readonly code: 'contracts.missing-field'; readonly path: string }
  | { readonly code: 'contracts.unknown-field'; readonly path: string; readonly field: string }
  | { readonly code: 'contracts.unknown-name'; readonly path: string; readonly name: string }
  | { readonly code: 'contracts.too-large'; readonly path: string; readonly actual: number; readonly limit: number };

export function describeContracts(failure: ContractsFailure): string {
  const at = failure.path === '' ? 'The record' : failure.path;
  switch (failure.code) {
    case 'contracts.wrong-type':
      return `${at} must be ${failure.wanted}.`;
    case 'contracts.missing-field':
      return `${at} is missing.`;
    case 'contracts.unknown-field':
      return `${at} has an unknown field ${quote(failure.field)}.`;
    case 'contracts.unknown-name':
      return `${at} is ${quote(failure.name)}, which is none of the names for it.`;
    case 'contracts.too-large':
      return `${at} has a length of ${failure.actual}; the most is ${failure.limit}.`;
    default:
      return failure satisfies never;
  }
}
