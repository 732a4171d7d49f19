import { list, sized, text } from '#fixtures/wasm/encoding.ts';
import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { ended, running } from '../given.ts';
import {
  answerBytes,
  bytesOf,
  codeSection,
  custom,
  exportSection,
  functionSection,
  header,
  typeSection,
  withBody,
  withCode,
} from './binary-parts.ts';

const proves = ['RT-BINARY'] as const;
const noise = [0xff, 0x00, 0x80, 0x6b];

const rows: readonly (readonly [id: string, module: Uint8Array])[] = [
  [
    'custom-sections',
    bytesOf(
      custom('first', noise),
      custom('first', noise),
      typeSection,
      custom('between', noise),
      functionSection,
      custom(''),
      exportSection,
      codeSection,
      custom('last', noise),
    ),
  ],
  ['long-section-size', bytesOf(typeSection, functionSection, exportSection, withLongSize(codeSection))],
  [
    'empty-sections',
    bytesOf(typeSection, [2, 1, 0], functionSection, [4, 1, 0], [5, 1, 0], exportSection, codeSection),
  ],
  ['count-of-no-data', bytesOf(typeSection, functionSection, exportSection, [12, 1, 0], codeSection)],
];

const bodies: readonly (readonly [id: string, module: Uint8Array])[] = [
  ['long-number', withBody(list([]), [0x41, 0xaa, 0x80, 0x80, 0x80, 0x00], 0x0b)],
  ['group-of-no-locals', withBody(list([[0, 0x7e]]), 0x41, 42, 0x0b)],
];

export const binaries: readonly Case[] = [
  accepted('runtime/binary-plain', proves, running(answerBytes), ended(42)),
  accepted('runtime/binary-of-eight-bytes', proves, running(bytesOf(header)), ended('missing-export')),
  ...rows.map(([id, rest]) => accepted(`runtime/binary-${id}`, proves, running(bytesOf(header, [...rest])), ended(42))),
  ...bodies.map(([id, module]) => accepted(`runtime/binary-${id}`, proves, running(module), ended(42))),
  accepted(
    'runtime/binary-name-section-of-noise',
    proves,
    running(withCode([...codeSection, custom('name', noise)])),
    ended(42),
  ),
  accepted(
    'runtime/binary-export-name-of-zero-byte',
    proves,
    running(bytesOf(header, typeSection, functionSection, [7, sized(list([[text('r\0n'), 0, 0]]))], codeSection), {
      entrypoint: 'r\0n',
    }),
    ended(42),
  ),
];

/** Its length in five bytes, where one would do. */
function withLongSize([id = 0, ...rest]: readonly (number | typeof header)[]) {
  const [size = 0, ...content] = bytesOf(rest);
  return [id, size | 0x80, 0x80, 0x80, 0x80, 0x00, ...content];
}
