import type { Failure } from '#spec/failure.ts';
import type { RealSize } from './decode-entries.ts';
import type { Entry } from './entry.ts';
import { flagBits } from './flag-bits.ts';

/** ART-HEADERS-AGREE: some readers believe the local header and some the central record, so both say the same. */
export function refuseDisagreement(entry: Entry): Failure | undefined {
  const field = findDisagreement(entry);
  if (field !== undefined) return { code: 'artifact.headers-disagree', name: entry.name, field };
  return (entry.record.flags & unusualFlags) === 0
    ? undefined
    : { code: 'artifact.unusual-flags', name: entry.name, flags: entry.record.flags };
}

/** ART-PLAIN-FLAGS: with one of them the packed bytes are, for some readers, not simply packed content. */
const unusualFlags = flagBits.patched | flagBits.strongEncryption | flagBits.maskedHeader;

/** ART-TRUE-SIZES: what is declared is what comes out, and all that is packed is used for it. */
export function refuseFalseSize({ name, record }: Entry, real: RealSize | undefined): Failure | undefined {
  if (real === undefined) return undefined;
  // ART-WHOLE-STREAMS: readers differ on whether content without an end is content.
  if (!real.isFinished) return { code: 'artifact.unfinished-stream', name };
  if (real.size !== record.size) {
    return { code: 'artifact.false-size', name, declared: record.size, actual: real.size };
  }
  if (real.compressedSize !== record.compressedSize) {
    return { code: 'artifact.false-size', name, declared: record.compressedSize, actual: real.compressedSize };
  }
  return undefined;
}

function findDisagreement({ record, local, descriptor }: Entry): string | undefined {
  if (!local.rawName.equals(record.rawName)) return 'name';
  if (local.flags !== record.flags) return 'flags';
  if (local.method !== record.method) return 'method';
  const isDeferred = (record.flags & flagBits.descriptor) !== 0;
  const agrees = (mine: number, its: number) => mine === its || (isDeferred && mine === 0);
  if (!agrees(local.crc32, record.crc32)) return 'checksum';
  if (!agrees(local.compressedSize, record.compressedSize)) return 'compressed size';
  if (!agrees(local.size, record.size)) return 'size';
  if (isDeferred && descriptor?.agrees !== true) return 'data descriptor';
  // Harmless fields may stand in one header alone, but half a field is one that only some readers see.
  if (!local.extra.isWhole) return 'extra data';
  return undefined;
}
