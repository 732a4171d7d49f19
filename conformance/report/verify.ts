import { ReportCheck } from './check.ts';
import type { ReportFinding } from './finding.ts';

/**
 * What is wrong with a report, nothing where it is as it was written and says what follows from its lines. Who makes
 * the chain again after a change is only found out where counts, digests or results no longer agree.
 */
export function verifyReport(bytes: Uint8Array): readonly ReportFinding[] {
  const check = new ReportCheck();
  check.push(bytes);
  return check.end();
}

/** The same without holding the report in memory. */
export async function verifyReportStream(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<readonly ReportFinding[]> {
  const check = new ReportCheck();
  for await (const chunk of chunks) check.push(chunk);
  return check.end();
}
