import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { accepted, put, rejected } from '../../rows.ts';
import { minimal, parsing } from './sample.ts';

const proves = ['MAN-UTF8'] as const;

/** The smallest manifest with these bytes as its name. */
function named(...name: readonly number[]): (world: World) => Uint8Array {
  return (world) => {
    const [before = '', after = ''] = minimal.text(world).split('Echo skill');
    return Uint8Array.from([...Buffer.from(before), ...name, ...Buffer.from(after)]);
  };
}

function reads(name: string, text: string, ...bytes: readonly number[]): Case {
  return accepted(`manifest/utf8-${name}`, proves, parsing(named(...bytes)), {
    value: () => ({ manifest: { name: text } }),
  });
}

function refuses(name: string, ...bytes: readonly number[]): Case {
  return rejected(`manifest/utf8-${name}`, proves, 'manifest/utf8-two-bytes', 'manifest.not-utf8', (world) =>
    put(['text'], named(...bytes)(world)),
  );
}

export const utf8Cases: readonly Case[] = [
  reads('two-bytes', 'é', 0xc3, 0xa9),
  reads('three-bytes', '€', 0xe2, 0x82, 0xac),
  reads('four-bytes', '😀', 0xf0, 0x9f, 0x98, 0x80),
  reads('last-code-point', '\u{10ffff}', 0xf4, 0x8f, 0xbf, 0xbf),
  reads('replacement-character', '\ufffd', 0xef, 0xbf, 0xbd),
  refuses('latin-1', 0xe9),
  refuses('cut-short', 0xc3),
  refuses('cut-short-after-three', 0xf0, 0x9f, 0x98),
  refuses('continuation-alone', 0xa9),
  refuses('overlong-two-bytes', 0xc1, 0xa9),
  refuses('overlong-three-bytes', 0xe0, 0x83, 0xa9),
  refuses('overlong-four-bytes', 0xf0, 0x80, 0x83, 0xa9),
  refuses('surrogate', 0xed, 0xa0, 0x80),
  refuses('surrogate-pair', 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80),
  refuses('above-last-code-point', 0xf4, 0x90, 0x80, 0x80),
  refuses('byte-fe', 0xfe),
  rejected('manifest/utf8-not-in-a-comment', proves, minimal.id, 'manifest.not-utf8', (world) =>
    put(['text'], Buffer.concat([Buffer.from(`${minimal.text(world)}# `), Buffer.from([0xe9, 0x0a])])),
  ),
  rejected('manifest/utf16', proves, minimal.id, 'manifest.not-utf8', (world) =>
    put(['text'], Buffer.from(`\ufeff${minimal.text(world)}`, 'utf16le')),
  ),
];
