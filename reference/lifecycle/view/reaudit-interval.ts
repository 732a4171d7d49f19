import { defaultReauditIntervalMs } from '#spec/eligibility.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { trim } from '../../text/white-space.ts';

const greatest = 2n ** 64n - 1n;

/** PLAN-INTERVAL, PLAN-DEFAULT: how many milliseconds lie between two audits; 0 where there are none. */
export function parseReauditInterval(text: string | undefined): Result<bigint> {
  if (text === undefined) return ok(defaultReauditIntervalMs);
  // Without its zeros before the number, so that no text is too much work.
  const digits = /^0*([0-9]{1,20})$/.exec(trim(text))?.[1];
  const interval = digits === undefined ? undefined : BigInt(digits);
  if (interval === undefined || interval > greatest) return fail({ code: 'reaudit.bad-interval', value: text });
  return ok(interval);
}
