import type { Failure } from '#spec/failure.ts';
import type { ByteReader } from './byte-reader.ts';
import type { CentralDirectory } from './central-directory.ts';
import type { CentralRecord } from './central-record.ts';
import type { RealSize } from './decode-entries.ts';
import { refuseFileAsFolder, refuseRepeatedName } from './distinct-names.ts';
import { pairEntries } from './entry.ts';
import { refuseUnclearKind } from './entry-kind.ts';
import { refuseUnclearName } from './entry-name.ts';
import { refuseDisagreement, refuseFalseSize } from './headers-agree.ts';
import { refuseHiddenOrShared } from './layout.ts';
import { refuseAmbiguousEnd, refuseZip64 } from './one-end.ts';

/** ART-DECODE-ORDER: refuses what shipping software reads and another reader could read differently; in this order. */
export function refuseSecondMeaning(
  reader: ByteReader,
  directory: CentralDirectory,
  realSizes: ReadonlyMap<CentralRecord, RealSize>,
): Failure | undefined {
  const end = refuseAmbiguousEnd(reader, directory);
  if (end !== undefined) return end;
  const paired = pairEntries(reader, directory);
  if (!paired.ok) return paired.failure;
  const entries = paired.value;
  const whole = refuseZip64(reader, directory, entries) ?? refuseHiddenOrShared(reader, directory, entries);
  if (whole !== undefined) return whole;
  for (const entry of entries) {
    const failure =
      refuseDisagreement(entry) ??
      refuseFalseSize(entry, realSizes.get(entry.record)) ??
      refuseUnclearName(entry) ??
      refuseUnclearKind(entry);
    if (failure !== undefined) return failure;
  }
  return refuseRepeatedName(entries) ?? refuseFileAsFolder(entries);
}
