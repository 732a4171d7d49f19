import { type CheckStatus, severityOf } from '#spec/audit.ts';
import type { Json } from '#spec/json/value.ts';
import type { CheckRecord } from '../audit.ts';

type Details = { readonly [key: string]: Json };

/** AUD-STATUS: the severity follows from the status. */
export function record(checkId: string, status: CheckStatus, message: string, details?: Details): CheckRecord {
  const severity = severityOf[status];
  return { checkId, status, severity, message, details: details && new Map(Object.entries(details)) };
}
