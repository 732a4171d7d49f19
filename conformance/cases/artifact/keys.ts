import { goldenKeys } from '#fixtures/golden.ts';
import { keyIdOf, publicKeyOf } from '#fixtures/signing/keys.ts';
import type { World } from '#fixtures/world.ts';
import type { Content } from '#fixtures/zip/content.ts';
import type { AcceptedCase, Case } from '../../case.ts';
import { accepted, put, refusals } from '../../rows.ts';

const forms = ['KEY-FORMS'] as const;
const asBytes = 'artifact/key-as-32-bytes';
const asHex = 'artifact/key-as-hex';
const asBase64 = 'artifact/key-as-base64';

const noBytes = refusals(forms, asBytes, 'key.bad-length');
const noHex = refusals(forms, asHex, 'key.bad-length');
const noBase64 = refusals(forms, asBase64, 'key.bad-length');

type Spell = (seed: Uint8Array) => Content;
const raw: Spell = (seed) => seed;
const hex = (seed: Uint8Array) => Buffer.from(seed).toString('hex');
const base64 = (seed: Uint8Array) => Buffer.from(seed).toString('base64');

export const keys: readonly Case[] = [
  read(asBytes, raw),
  read('artifact/key-as-32-bytes-and-line-feed', (seed) => Buffer.concat([seed, Buffer.from('\n')])),
  read('artifact/key-as-32-bytes-in-white-space', (seed) =>
    Buffer.concat([Buffer.from(' \t\r\n\f'), seed, Buffer.from('\f \n')]),
  ),
  read(asHex, hex),
  read('artifact/key-as-hex-in-upper-case', (seed) => hex(seed).toUpperCase()),
  read('artifact/key-as-hex-in-white-space', (seed) => ` \t${hex(seed)}\r\n`),
  read('artifact/key-as-hex-and-vertical-tab', (seed) => `${hex(seed)}\u000b`),
  read('artifact/key-as-hex-and-next-line', (seed) => `${hex(seed)}\u0085`),
  read('artifact/key-as-hex-and-no-break-space', (seed) => `\u00a0${hex(seed)}\u00a0`),
  read(asBase64, base64),
  read('artifact/key-as-base64-and-line-feed', (seed) => `${base64(seed)}\n`),
  readAs('artifact/key-of-hex-digits', () => Buffer.from('0123456789abcdef0123456789ABCDEF')),
  readAs('artifact/key-of-blanks', () => Buffer.from(' '.repeat(32))),

  noBytes('artifact/key-empty-input', put(['key'], '')),
  noBytes('artifact/key-of-33-blanks', put(['key'], ' '.repeat(33))),
  noBytes('artifact/key-input-of-31-bytes', (world) => put(['key'], plainSeed(world).subarray(1))),
  noBytes('artifact/key-input-of-33-bytes', (world) =>
    put(['key'], Buffer.concat([plainSeed(world), Uint8Array.from([0xff])])),
  ),
  noBytes('artifact/key-input-of-64-bytes', (world) =>
    put(['key'], Buffer.concat([plainSeed(world), plainSeed(world)])),
  ),
  noBytes('artifact/key-that-ends-in-blank-and-line-feed', (world) =>
    put(['key'], Buffer.concat([plainSeed(world).subarray(1), Buffer.from(' \n')])),
  ),
  noHex('artifact/key-as-hex-of-31-bytes', (world) => put(['key'], hex(plainSeed(world).subarray(1)))),
  noHex('artifact/key-as-hex-with-prefix', (world) => put(['key'], `0x${hex(plainSeed(world))}`)),
  noHex('artifact/key-as-hex-with-colons', (world) => put(['key'], hex(plainSeed(world)).replace(/..(?!$)/g, '$&:'))),
  noHex('artifact/key-as-hex-with-byte-order-mark', (world) => put(['key'], `\ufeff${hex(plainSeed(world))}`)),
  noHex('artifact/key-as-hex-of-another-letter', (world) => put(['key'], `g${hex(plainSeed(world)).slice(1)}`)),
  noBase64('artifact/key-as-base64-without-padding', (world) =>
    put(['key'], base64(plainSeed(world)).replace('=', '')),
  ),
  noBase64('artifact/key-as-base64-with-spare-bits', put(['key'], `${'A'.repeat(42)}B=`)),
  noBase64('artifact/key-as-base64-in-url-alphabet', put(['key'], `${'_'.repeat(42)}8=`)),
  noBase64('artifact/key-as-base64-with-line-break', (world) =>
    put(['key'], base64(plainSeed(world)).replace(/^.{20}/, '$&\n')),
  ),

  ...goldenKeys.map(({ byte, publicKey, keyId }) => derived(byte, publicKey, keyId)),
];

/** A seed without ASCII, so that no byte of it is white space and none of it is text; its hex has letters in any world. */
function plainSeed(world: World): Uint8Array {
  return world.signingSeed.map((byte, index) => (index === 0 ? 0xfa : byte | 0x80));
}

function read(id: string, spell: Spell): AcceptedCase {
  return readAs(id, plainSeed, spell);
}

function readAs(id: string, seedOf: (world: World) => Uint8Array, spell: Spell = raw): AcceptedCase {
  const value = (world: World) => {
    const seed = seedOf(world);
    const publicKey = publicKeyOf(seed);
    return { seed, publicKeyBase64: base64(publicKey), keyId: keyIdOf(publicKey) };
  };
  const given = (world: World) => ({ operation: 'key.parse', model: { key: spell(seedOf(world)) } }) as const;
  return accepted(id, ['KEY-FORMS', 'KEY-ID'], given, { value });
}

function derived(byte: number, publicKeyBase64: string, keyId: string): AcceptedCase {
  const given = () => ({ operation: 'key.parse', model: { key: new Uint8Array(32).fill(byte) } }) as const;
  return accepted(`artifact/key-of-bytes-${byte}`, ['KEY-ID'], given, { value: () => ({ publicKeyBase64, keyId }) });
}
