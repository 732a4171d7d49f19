import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { quoted } from './quoted.ts';
import { rowsAt, textsAt } from './rows-at.ts';
import { acceptedSample, changed, minimal } from './sample.ts';

/** Unicode's White_Space, all of it. */
const whiteSpace = [
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
].concat(Array.from({ length: 11 }, (_, index) => 0x2000 + index));
/** What some libraries trim besides. */
const notWhiteSpace = [
  0x00, 0x08, 0x0e, 0x1c, 0x1d, 0x1e, 0x1f, 0x7f, 0x180e, 0x1fff, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff,
];

const line = ({ publisher }: World) => `\npublisher = "${publisher}"`;
const written = (text: string) => `\npublisher = ${quoted(text)}`;
const publisher = rowsAt('manifest/trim', ['MAN-TRIM'], { sample: minimal, piece: line });
const name = textsAt('manifest/trim-name', ['MAN-TRIM'], {
  sample: minimal,
  piece: '"Echo skill"',
  shows: (text) => ({ name: text }),
});

export const trimCases: readonly Case[] = [
  ...whiteSpace.flatMap((code) => {
    const space = String.fromCharCode(code);
    const around = (world: World) => `${space}${world.publisher}${space}${space}`;
    const sample = changed(`manifest/trim-${hex(code)}`, minimal, [line, (world) => written(around(world))]);
    return [
      acceptedSample(sample, ['MAN-TRIM', 'MAN-VERBATIM'], (world) => ({ publisher: around(world) })),
      name.refuses(`${hex(code)}-is-blank`, space, 'manifest.blank'),
    ];
  }),
  ...notWhiteSpace.flatMap((code) => {
    const other = String.fromCharCode(code);
    return [
      publisher.refuses(
        `${hex(code)}-stays-behind`,
        (world) => written(world.publisher + other),
        'manifest.bad-identifier',
      ),
      publisher.refuses(
        `${hex(code)}-stays-in-front`,
        (world) => written(other + world.publisher),
        'manifest.bad-identifier',
      ),
      name.reads(`${hex(code)}-is-a-name`, other),
    ];
  }),
];

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
