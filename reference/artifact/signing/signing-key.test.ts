import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '../../text/base64.ts';
import { encodeHex } from '../../text/hex.ts';
import { keyIdOf, parseSigningKey, signingKeyFromSeed } from './signing-key.ts';

const seed = Uint8Array.from({ length: 32 }, (_, index) => 0xe0 + index);
const hex = encodeHex(seed);
const base64 = encodeBase64(seed);
const joined = (...parts: readonly (string | Uint8Array)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));

describe('forms of a signing key (KEY-FORMS)', () => {
  test.each([
    ['32 raw bytes', seed],
    ['raw bytes between white space', joined(' \t\n', seed, '\f\r')],
    ['64 hex digits', joined(hex)],
    ['upper-case hex digits', joined(hex.toUpperCase())],
    ['hex with a final newline', joined(hex, '\n')],
    ['hex before a vertical tab', joined(hex, '\v')],
    ['hex between spaces of Unicode', joined('\u3000', hex, '\u0085\u00a0')],
    ['padded base64', joined(base64)],
    ['base64 between white space', joined('\r\n', base64, '\r\n')],
  ])('%s', (_, bytes) => {
    expect(parseSigningKey(bytes)).toMatchObject({ ok: true, value: { seed } });
  });

  test.each([
    ['hex digits', 'ab'.repeat(16)],
    ['white space', ' '.repeat(32)],
    ['letters of base64', 'QUJD'.repeat(8)],
  ])('exactly 32 bytes are the key itself even if they are %s', (_, text) => {
    expect(parseSigningKey(joined(text))).toMatchObject({ ok: true, value: { seed: new Uint8Array(joined(text)) } });
  });

  test.each([
    ['nothing', '', 0],
    ['only white space', ' '.repeat(40), 0],
    ['31 raw bytes', seed.subarray(1), 31],
    ['33 raw bytes', joined('\v', seed), 33],
    ['64 raw bytes', joined(seed, seed), 64],
    ['raw bytes of which the last is white space, and a newline', joined(seed.subarray(1), '\n', '\n'), 31],
    ['a prefix before hex', `0x${hex}`, 66],
    ['31 bytes in hex', hex.slice(2), 62],
    ['33 bytes in hex', `${hex}00`, 66],
    ['hex with a colon', `${hex.slice(0, 32)}:${hex.slice(32)}`, 65],
    ['hex after a byte order mark', `\ufeff${hex}`, 67],
    ['base64 without padding', base64.slice(0, -1), 43],
    ['base64 for URLs', base64.replace(/[+/]/, '-'), 44],
    ['base64 with a newline within', `${base64.slice(0, 20)}\n${base64.slice(20)}`, 45],
    ['base64 with unused bits that are not zero', base64.replace(/8=$/, '9='), 44],
    ['text that is not UTF-8', joined(Uint8Array.of(0xff), hex), 65],
  ])('%s is refused, and only its length is told', (_, bytes, actual) => {
    expect(parseSigningKey(joined(bytes))).toEqual({ ok: false, failure: { code: 'key.bad-length', actual } });
  });

  test('a seed of another length is no key', () => {
    expect(signingKeyFromSeed(seed.subarray(1))).toEqual({
      ok: false,
      failure: { code: 'key.bad-length', actual: 31 },
    });
  });

  test('a key keeps its own copy of the seed', () => {
    const bytes = Buffer.from(seed);
    const key = parseSigningKey(bytes);
    bytes.fill(0);
    expect(key).toMatchObject({ ok: true, value: { seed } });
  });
});

test.each([
  ['00', 'O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik=', 'ed25519:139e3940e64b5491'],
  ['05', 'bnoc3Smwt4/ROvTFWY/v9O8qlxZuPKby5Pv8zYBQW/E=', 'ed25519:7599776c3085e3f9'],
  ['000102…', 'A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=', 'ed25519:56475aa75463474c'],
  ['ff', 'dqFZIESm5PURJlvKc6YE2QsFKdHfYCvjChmpJXZg0fU=', 'ed25519:af822958f2d75afb'],
])('the seed of bytes %s has the public key and the key id of shipping software (KEY-ID)', (byte, publicKey, keyId) => {
  const bytes = Uint8Array.from({ length: 32 }, (_, index) => (byte.endsWith('…') ? index : Number.parseInt(byte, 16)));
  const key = signingKeyFromSeed(bytes);
  expect(key).toMatchObject({ ok: true, value: { keyId } });
  expect(key.ok && encodeBase64(key.value.publicKey)).toBe(publicKey);
  expect(key.ok && keyIdOf(key.value.publicKey)).toBe(keyId);
});
