import type { SignatureForm } from '#fixtures/signing/forge.ts';
import type { World } from '#fixtures/world.ts';
import type { Case, Recipe } from '../../case.ts';
import type { SignatureModel } from '../../recipe/models.ts';
import { accepted, observed, ordered, put, refusals } from '../../rows.ts';

const verifies = ['SIG-VERIFY'] as const;
const honest = 'artifact/ed25519-honest';
const invalid = refusals(verifies, honest, 'signature.invalid');
const badKey = refusals(['SIG-KEY'], honest, 'signature.bad-key');
const smallOrder = refusals(['SIG-SMALL-ORDER'], honest, 'signature.small-order');
const canonicalKey = refusals(['SIG-CANONICAL-KEY'], honest, 'signature.non-canonical-key');

const form = (other: SignatureForm) => put(['form'], other);
const shown = (knobs: SignatureModel['shown']) => put(['shown'], knobs);

/** What is said of such a key only where the signature holds. */
const weakKeys = ['identity-as-key', 'key-of-small-order', 'key-above-the-field', 'key-with-sign-of-zero'];

/** A payload hash as it is signed. */
const payloadHash = '47d2f9b4e5ffc068e34a50fc6e167ef1ddd9fbb6c98ca7298ec10ee2680ef454';

export const signaturePrimitive: readonly Case[] = [
  accepted(honest, [...verifies, 'SIG-KEY', 'SIG-SMALL-ORDER', 'SIG-CANONICAL-KEY'], signed('honest')),
  accepted('artifact/ed25519-empty-message', verifies, signed('honest', '')),
  accepted('artifact/ed25519-long-message', verifies, signed('honest', 'x'.repeat(4096))),
  accepted('artifact/ed25519-payload-hash', [...verifies, 'SIG-MESSAGE'], signed('honest', payloadHash)),
  accepted('artifact/ed25519-mixed-order-key', verifies, signed('mixed-order key')),
  accepted('artifact/ed25519-mixed-order-key-and-r', verifies, signed('mixed-order key and R')),
  invalid('artifact/ed25519-another-message', shown({ message: 'another message' })),
  invalid('artifact/ed25519-bit-of-r-flipped', shown({ flippedBit: 3 })),
  invalid('artifact/ed25519-bit-of-s-flipped', shown({ flippedBit: 259 })),
  invalid('artifact/ed25519-highest-bit-of-s-set', shown({ flippedBit: 511 })),
  invalid('artifact/ed25519-signature-of-63-bytes', shown({ signatureBytes: 63 })),
  invalid('artifact/ed25519-signature-of-65-bytes', shown({ signatureBytes: 65 })),
  invalid('artifact/ed25519-signature-empty', shown({ signatureBytes: 0 })),
  invalid('artifact/ed25519-s-plus-l', form('S plus L')),
  invalid('artifact/ed25519-s-plus-eight-l', form('S plus eight L')),
  invalid('artifact/ed25519-mixed-order-key-cofactored-only', form('mixed-order key, cofactored only')),
  invalid('artifact/ed25519-mixed-order-r-cofactored-only', form('mixed-order R, cofactored only')),
  invalid('artifact/ed25519-r-not-canonical', form('non-canonical R')),
  invalid('artifact/ed25519-r-off-the-curve', form('R off the curve')),
  badKey('artifact/ed25519-key-off-the-curve', form('key off the curve')),
  badKey('artifact/ed25519-key-of-31-bytes', shown({ publicKeyBytes: 31 })),
  badKey('artifact/ed25519-key-of-33-bytes', shown({ publicKeyBytes: 33 })),
  badKey('artifact/ed25519-key-empty', shown({ publicKeyBytes: 0 })),

  smallOrder('artifact/ed25519-identity-as-key', form('identity key')),
  smallOrder('artifact/ed25519-key-of-small-order', form('small-order key')),
  smallOrder('artifact/ed25519-r-of-small-order', form('small-order R')),
  smallOrder('artifact/ed25519-key-of-small-order-r-of-mixed', form('small-order key, mixed-order R')),
  smallOrder('artifact/ed25519-key-of-mixed-order-r-of-small', form('mixed-order key, small-order R')),
  canonicalKey('artifact/ed25519-key-above-the-field', form('non-canonical key')),
  canonicalKey('artifact/ed25519-key-with-sign-of-zero', form('sign bit on zero')),
  ...weakKeys.flatMap((weak) =>
    ['bit-of-r-flipped', 'bit-of-s-flipped'].map((fault) =>
      ordered(
        `artifact/ed25519-${fault}-before-${weak}`,
        verifies,
        `artifact/ed25519-${fault}`,
        `artifact/ed25519-${weak}`,
      ),
    ),
  ),
  hole('identity key', 'identity-as-key'),
  hole('small-order key', 'key-of-small-order'),
  hole('small-order R', 'r-of-small-order'),
  hole('small-order key, mixed-order R', 'key-of-small-order-r-of-mixed'),
  hole('mixed-order key, small-order R', 'key-of-mixed-order-r-of-small'),
  hole('non-canonical key', 'key-above-the-field'),
  hole('sign bit on zero', 'key-with-sign-of-zero'),
];

function signed(form: SignatureForm, message = 'a message'): (world: World) => Recipe {
  return ({ signingSeed }) => ({
    operation: 'signature.verify',
    model: { seed: signingSeed, message, form, shown: {} },
  });
}

function hole(form: SignatureForm, what: string): Case {
  return observed(`artifact/hole-ed25519-${what}`, ['SIG-HOLES'], 'accepted', signed(form));
}
