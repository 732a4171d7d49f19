/** What can be wrong with the policy of an audit. What an audit finds is no failure. */
export type AuditFailure =
  | { readonly code: 'audit.policy-json'; readonly detail: string }
  | { readonly code: 'audit.policy-shape'; readonly detail: string };

export function describeAudit(failure: AuditFailure): string {
  switch (failure.code) {
    case 'audit.policy-json':
      return `The audit policy is not JSON: ${failure.detail}.`;
    case 'audit.policy-shape':
      return `The audit policy has the wrong shape: ${failure.detail}.`;
    default:
      return failure satisfies never;
  }
}
