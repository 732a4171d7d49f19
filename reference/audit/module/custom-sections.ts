import { ByteReader } from '../../runtime/rewrite/byte-reader.ts';
import { moduleHeader } from '../../runtime/rewrite/sections.ts';

export interface CustomSections {
  readonly count: number;
  /** Of what they hold, their names included. */
  readonly bytes: number;
}

/** Of a module whose sections have been read. */
export function measureCustomSections(module: Uint8Array): CustomSections {
  const reader = new ByteReader(module);
  reader.at = moduleHeader.length;
  let [count, bytes] = [0, 0];
  while (reader.at < module.length) {
    const id = reader.u8();
    const length = reader.u32();
    reader.skip(length);
    if (id !== 0) continue;
    count++;
    bytes += length;
  }
  return { count, bytes };
}
