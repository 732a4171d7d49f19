import { ByteReader } from '#reference/runtime/rewrite/byte-reader.ts';
import { ByteWriter } from '#reference/runtime/rewrite/byte-writer.ts';
import { readSections, sectionId } from '#reference/runtime/rewrite/sections.ts';

/** The module with its functions again and again, until it is nearly as long as that; the calls lead to the first ones. */
export function large(module: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const times = Math.floor((length - module.length) / sizeOf(module)) + 1;
  const out = new ByteWriter(length + 1024);
  const reader = new ByteReader(module);
  const sections = readSections(reader);
  out.append([...module.subarray(0, 8)]);
  for (const [id, { start, end }] of sections) {
    out.u8(id);
    const from = out.reserveSize();
    if (id === sectionId.function || id === sectionId.code) {
      reader.at = start;
      out.u32(reader.u32() * times);
      for (let copy = 0; copy < times; copy++) out.copy(module, reader.at, end);
    } else out.copy(module, start, end);
    out.fillSize(from);
  }
  return new Uint8Array(out.view());
}

/** What the functions take once more. */
function sizeOf(module: Uint8Array): number {
  const sections = readSections(new ByteReader(module));
  return [sectionId.function, sectionId.code].reduce((sum, id) => {
    const section = sections.get(id);
    return sum + (section === undefined ? 0 : section.end - section.start);
  }, 0);
}
