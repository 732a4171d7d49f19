import type { PackageStatus } from '../extensions.ts';
import { quote } from './evidence.ts';

/** Why a package does not change its status. */
export type ExtensionFailure =
  // The record or the request cannot be read. The path leads from the input to the value.
  | { readonly code: 'extension.wrong-type'; readonly path: string; readonly wanted: string }
  | { readonly code: 'extension.missing-field'; readonly path: string }
  | { readonly code: 'extension.unknown-field'; readonly path: string; readonly field: string }
  | { readonly code: 'extension.unknown-name'; readonly path: string; readonly name: string }
  | { readonly code: 'extension.too-large'; readonly path: string; readonly actual: number; readonly limit: number }
  // From here on: what is asked is refused.
  | { readonly code: 'extension.other-package'; readonly recorded: string; readonly requested: string }
  | { readonly code: 'extension.blank-reason' }
  | { readonly code: 'extension.blank-actor' }
  | { readonly code: 'extension.blank-approver' }
  | { readonly code: 'extension.not-allowed'; readonly from: PackageStatus; readonly to: PackageStatus }
  | { readonly code: 'extension.incompatible' }
  | { readonly code: 'extension.not-approved'; readonly to: PackageStatus }
  | { readonly code: 'extension.self-approved'; readonly principal: string };

export function describeExtension(failure: ExtensionFailure): string {
  switch (failure.code) {
    case 'extension.wrong-type':
      return `${failure.path} must be ${failure.wanted}.`;
    case 'extension.missing-field':
      return `${failure.path} is missing.`;
    case 'extension.unknown-field':
      return `${failure.path} has an unknown field ${quote(failure.field)}.`;
    case 'extension.unknown-name':
      return `${failure.path} is ${quote(failure.name)}, which is none of the names for it.`;
    case 'extension.too-large':
      return `${failure.path} has a length of ${failure.actual}; the most is ${failure.limit}.`;
    case 'extension.other-package':
      return `The request is about ${quote(failure.requested)}, and the record about ${quote(failure.recorded)}.`;
    case 'extension.blank-reason':
      return 'The reason is blank.';
    case 'extension.blank-actor':
      return 'The actor is blank.';
    case 'extension.blank-approver':
      return 'approved_by is blank; leave it out where nobody approved.';
    case 'extension.not-allowed':
      return `A package that is ${failure.from} cannot become ${failure.to}.`;
    case 'extension.incompatible':
      return 'The package does not fit this host, so it cannot be enabled.';
    case 'extension.not-approved':
      return `A package leaves quarantine to be ${failure.to} only with somebody in approved_by.`;
    case 'extension.self-approved':
      return `${quote(failure.principal)} cannot approve what the same principal asks for.`;
    default:
      return failure satisfies never;
  }
}
