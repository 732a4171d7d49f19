import { createHash } from 'node:crypto';
import { Point } from '@noble/ed25519';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifySignatureByPoints } from './point-verifier.ts';
import { sign } from './sign.ts';
import { type SigningKey, signingKeyFromSeed } from './signing-key.ts';
import { checkPublicKey, type SignatureClaim, type Strength, verifySignature } from './verify.ts';

const groupOrder = Point.CURVE().n;
const message = Buffer.from('a message');
const key = keyOf(new Uint8Array(32).fill(5));
const honest: SignatureClaim = { publicKey: key.publicKey, message, signature: sign(key, message) };
const [r, s] = [honest.signature.slice(0, 32), honest.signature.slice(32)];

const identity = littleEndian(1n);
const offTheCurve = littleEndian(2n);

/** Both verifiers; where they differ in more than the wording, one of them is wrong. */
function verdict(claim: SignatureClaim, strength: Strength): string {
  const answers = [verifySignature, verifySignatureByPoints].map((verify) => {
    const verified = verify(claim, strength);
    if (verified.ok) return 'accepted';
    const { failure } = verified;
    return failure.code === 'signature.small-order' ? `${failure.code} ${failure.part}` : failure.code;
  });
  expect(answers[1]).toBe(answers[0]);
  return String(answers[0]);
}

describe('an honest signature (SIG-VERIFY)', () => {
  test('holds in both strengths', () => {
    expect(verdict(honest, 'core')).toBe('accepted');
    expect(verdict(honest, 'hardened')).toBe('accepted');
  });

  test('is the one of the Ed25519 standard', () => {
    // The second test vector of RFC 8032, section 7.1.
    const standard = keyOf(Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex'));
    expect(Buffer.from(sign(standard, Uint8Array.of(0x72))).toString('hex')).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });

  test('speaks for no other message and no other key', () => {
    expect(verdict({ ...honest, message: Buffer.from('A message') }, 'core')).toBe('signature.invalid');
    const { publicKey } = keyOf(new Uint8Array(32).fill(7));
    expect(verdict({ ...honest, publicKey }, 'core')).toBe('signature.invalid');
  });
});

describe('refused in both strengths', () => {
  const raised = littleEndian(fromLittleEndian(s) + groupOrder);
  test.each<[string, Partial<SignatureClaim>, string]>([
    ['a key of 31 bytes (SIG-KEY)', { publicKey: key.publicKey.slice(1) }, 'signature.bad-key'],
    [
      'a key of 33 bytes (SIG-KEY)',
      { publicKey: Buffer.concat([key.publicKey, identity.slice(31)]) },
      'signature.bad-key',
    ],
    ['no key (SIG-KEY)', { publicKey: new Uint8Array() }, 'signature.bad-key'],
    ['a key off the curve (SIG-KEY)', { publicKey: offTheCurve }, 'signature.bad-key'],
    [
      'a key off the curve before a short signature (SIG-KEY)',
      { publicKey: offTheCurve, signature: r },
      'signature.bad-key',
    ],
    ['a signature of 63 bytes (SIG-VERIFY)', { signature: honest.signature.slice(1) }, 'signature.invalid'],
    [
      'a signature of 65 bytes (SIG-VERIFY)',
      { signature: Buffer.concat([honest.signature, s.slice(31)]) },
      'signature.invalid',
    ],
    ['no signature (SIG-VERIFY)', { signature: new Uint8Array() }, 'signature.invalid'],
    ['S plus the group order (SIG-VERIFY)', { signature: Buffer.concat([r, raised]) }, 'signature.invalid'],
    ['an R off the curve (SIG-VERIFY)', { signature: Buffer.concat([offTheCurve, s]) }, 'signature.invalid'],
  ])('%s', (_, change, expected) => {
    expect(verdict({ ...honest, ...change }, 'core')).toBe(expected);
    expect(verdict({ ...honest, ...change }, 'hardened')).toBe(expected);
  });
});

describe('accepted by shipping software and refused when hardened', () => {
  const scalar = 4242n;
  const point = Point.BASE.multiply(scalar).toBytes();
  const forged = (publicKey: Uint8Array) => ({
    publicKey,
    message,
    signature: Buffer.concat([point, littleEndian(scalar)]),
  });

  test('the identity as key speaks for every message (SIG-SMALL-ORDER)', () => {
    for (const text of ['one', 'another']) {
      const claim = { ...forged(identity), message: Buffer.from(text) };
      expect(verdict(claim, 'core')).toBe('accepted');
      expect(verdict(claim, 'hardened')).toBe('signature.small-order key');
    }
  });

  test('a small R under an honest key is made by its owner, and refused all the same (SIG-SMALL-ORDER)', () => {
    const challenge = fromLittleEndian(sha512(identity, key.publicKey, message)) % groupOrder;
    const signature = Buffer.concat([identity, littleEndian((challenge * secretScalar(key)) % groupOrder)]);
    expect(verdict({ ...honest, signature }, 'core')).toBe('accepted');
    expect(verdict({ ...honest, signature }, 'hardened')).toBe('signature.small-order R');
  });

  test.each([
    ['y above the prime', littleEndian(2n ** 255n - 18n)],
    ['a sign on x = 0', littleEndian(2n ** 255n + 1n)],
    ['both', littleEndian(2n ** 256n - 18n)],
  ])('another spelling of the identity is refused for its spelling: %s (SIG-CANONICAL-KEY)', (_, publicKey) => {
    expect(verdict(forged(publicKey), 'core')).toBe('accepted');
    expect(verdict(forged(publicKey), 'hardened')).toBe('signature.non-canonical-key');
  });

  test('R in another spelling never equals the recomputed one (SIG-VERIFY)', () => {
    const signature = Buffer.concat([littleEndian(2n ** 255n - 18n), littleEndian(0n)]);
    expect(verdict({ publicKey: identity, message, signature }, 'core')).toBe('signature.invalid');
  });
});

describe('the two verifiers', () => {
  test('agree on whether bytes are a point, and on every y near the prime (SIG-KEY)', () => {
    const border = Array.from({ length: 80 }, (_, step) =>
      littleEndian((2n ** 255n - 40n + BigInt(step)) % 2n ** 256n),
    );
    const near = fc.constantFrom(...border);
    const property = fc.property(fc.oneof(fc.uint8Array({ minLength: 32, maxLength: 32 }), near), (publicKey) => {
      const expected = checkPublicKey(publicKey).ok ? 'signature.invalid' : 'signature.bad-key';
      expect(verdict({ ...honest, publicKey }, 'core')).toBe(expected);
    });
    fc.assert(property, { numRuns: 200, seed: 1 });
  });

  test('agree after any bit of a claim is turned, and refuse it (SIG-VERIFY)', () => {
    const bytes = Buffer.concat([honest.publicKey, honest.signature, honest.message]);
    const property = fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
      const turned = Buffer.from(bytes);
      turned.writeUInt8(turned.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const claim = {
        publicKey: turned.subarray(0, 32),
        signature: turned.subarray(32, 96),
        message: turned.subarray(96),
      };
      expect(verdict(claim, 'hardened')).toMatch(/^signature\.(invalid|bad-key)$/);
    });
    fc.assert(property, { numRuns: 200, seed: 2 });
  });

  test('agree on what any key signs (SIG-VERIFY)', () => {
    const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const property = fc.property(seeds, fc.uint8Array(), (seed, text) => {
      const signer = keyOf(seed);
      const claim = { publicKey: signer.publicKey, message: text, signature: sign(signer, text) };
      expect(verdict(claim, 'hardened')).toBe('accepted');
    });
    fc.assert(property, { numRuns: 50, seed: 3 });
  });
});

function keyOf(seed: Uint8Array): SigningKey {
  const parsed = signingKeyFromSeed(seed);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
}

function secretScalar({ seed }: SigningKey): bigint {
  const low = fromLittleEndian(sha512(seed).subarray(0, 32));
  return (low & (2n ** 254n - 8n)) | (2n ** 254n);
}

function sha512(...parts: readonly Uint8Array[]): Uint8Array {
  return createHash('sha512').update(Buffer.concat(parts)).digest();
}

function littleEndian(value: bigint): Uint8Array {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
}

function fromLittleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
}
