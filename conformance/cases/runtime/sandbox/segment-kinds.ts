import { list, sized } from '#fixtures/wasm/encoding.ts';
import type { Case } from '../../../case.ts';
import { refusals } from '../../../rows.ts';
import { bytesOf, codeSection, exportSection, functionSection, header, instead, typeSection } from './binary-parts.ts';

const refused = refusals(['RT-BINARY'], 'runtime/binary-plain', 'runtime.malformed');
const tableSection = [4, sized(list([[0x70, 0, 0]]))] as const;

/** Three bits say what a segment of elements is, and there is no fourth. */
export const segmentKinds: readonly Case[] = [8, 9, 16, 64].map((flags) =>
  refused(
    `runtime/binary-elements-of-kind-${flags}`,
    instead(
      bytesOf(
        header,
        typeSection,
        functionSection,
        tableSection,
        exportSection,
        [9, sized(list([[flags, 0x41, 0, 0x0b, list([])]]))],
        codeSection,
      ),
    ),
  ),
);
