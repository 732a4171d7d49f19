/** What was found out about an adapter: whether it can be relied on, and nothing of whether its answers are right. */
export interface DoctorReport {
  readonly format: typeof doctorFormat;
  /** The command line. */
  readonly subject: string;
  /** `not sane` where a check failed, `doubtful` where one only warns. */
  readonly verdict: 'sane' | 'doubtful' | 'not sane';
  readonly checks: readonly CheckResult[];
}

export const doctorFormat = 'palyra-conformance-doctor/1';

export const checkStatuses = ['ok', 'warning', 'error', 'skipped'] as const;
export type CheckStatus = (typeof checkStatuses)[number];

export interface CheckResult extends Finding {
  readonly id: string;
  /** What is so where all is well. */
  readonly claim: string;
  readonly why: string;
  /** What to do about it; of a warning or an error. */
  readonly advice?: string;
}

export interface Finding {
  readonly status: CheckStatus;
  /** What was seen, in a few words. */
  readonly seen: string;
  /** The line of the subject that shows it: its beginning, harmless on a terminal. */
  readonly line?: string;
}

export function fine(seen: string): Finding {
  return { status: 'ok', seen: harmless(seen) };
}

export function doubtful(seen: string, line?: Uint8Array): Finding {
  return { status: 'warning', seen: harmless(seen), ...shownLine(line) };
}

export function wrong(seen: string, line?: Uint8Array): Finding {
  return { status: 'error', seen: harmless(seen), ...shownLine(line) };
}

export function skipped(why: string): Finding {
  return { status: 'skipped', seen: why };
}

const longest = 240;

function shownLine(line: Uint8Array | undefined): Pick<Finding, 'line'> {
  if (line === undefined) return {};
  const isWhole = line.length <= longest;
  const text = harmless(Buffer.from(line.subarray(0, longest)).toString('utf8'));
  return { line: isWhole ? text : `${text}… (${line.length} bytes)` };
}

/** Short, on one line, and without anything that a terminal would act upon. */
function harmless(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return shown.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
}
