import { assemble } from '#fixtures/artifact/encode.ts';
import type { ArtifactModel } from '#fixtures/artifact/model.ts';
import { forge } from '#fixtures/signing/forge.ts';
import { keyIdOf, publicKeyOf } from '#fixtures/signing/keys.ts';
import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { ordered, refusals } from '../../rows.ts';
import { editRecord, editSigning, minimal, opened, seen, withSigning } from './given.ts';

const algorithm = refusals(['SIG-ALGORITHM'], minimal, 'signature.bad-algorithm');
const key = refusals(['SIG-KEY'], minimal, 'signature.bad-key');
const keyId = refusals(['SIG-KEY-ID'], minimal, 'signature.key-id-mismatch');
const message = refusals(['SIG-MESSAGE'], minimal, 'signature.invalid');
const signature = refusals(['SIG-VERIFY'], minimal, 'signature.invalid');
const publisher = refusals(['SIG-PUBLISHER'], minimal, 'signature.publisher-mismatch');
const smallOrder = refusals(['SIG-SMALL-ORDER'], minimal, 'signature.small-order');
const canonicalKey = refusals(['SIG-CANONICAL-KEY'], minimal, 'signature.non-canonical-key');

const blankPublisher = 'artifact/publisher-with-blank-in-both';
const trimmed = refusals(['SIG-PUBLISHER'], blankPublisher, 'signature.publisher-mismatch');

const lettered = 'artifact/base64-with-plus-or-slash';
const keySpelling = refusals(['SIG-BASE64'], lettered, 'signature.bad-key');
const signatureSpelling = refusals(['SIG-BASE64'], lettered, 'signature.invalid');
const base64 = (bytes: Uint8Array) => `"${Buffer.from(bytes).toString('base64')}"`;

export const signatures: readonly Case[] = [
  opened('artifact/signature-honest', [
    'SIG-ALGORITHM',
    'SIG-KEY',
    'SIG-KEY-ID',
    'SIG-MESSAGE',
    'SIG-VERIFY',
    'SIG-PUBLISHER',
  ]),
  opened('artifact/signature-of-another-key', ['SIG-KEY', 'SIG-KEY-ID'], (base, world) => ({
    ...base,
    signing: { ...base.signing, seed: world.otherSigningSeed },
  })),

  algorithm('artifact/algorithm-in-upper-case', editRecord('algorithm', { respell: 'upper case' })),
  algorithm('artifact/algorithm-without-hash', editRecord('algorithm', '"ed25519"')),
  algorithm('artifact/algorithm-with-blank', editRecord('algorithm', { respell: 'space at the end' })),
  algorithm('artifact/algorithm-empty', editRecord('algorithm', '""')),
  algorithm('artifact/algorithm-none', editRecord('algorithm', '"none"')),

  key('artifact/key-empty', editRecord('public_key_base64', '""')),
  key('artifact/key-of-31-bytes', editRecord('public_key_base64', base64(new Uint8Array(31)))),
  key('artifact/key-of-33-bytes', editRecord('public_key_base64', base64(new Uint8Array(33)))),
  key('artifact/key-in-hex', (world) => editRecord('public_key_base64', `"${hex(publicKeyOf(world.signingSeed))}"`)),
  key('artifact/key-off-the-curve', editSigning('form', 'key off the curve')),

  keyId('artifact/key-id-in-upper-case', editRecord('key_id', { respell: 'upper case' })),
  keyId('artifact/key-id-with-blank', editRecord('key_id', { respell: 'space in front' })),
  keyId('artifact/key-id-empty', editRecord('key_id', '""')),
  keyId('artifact/key-id-of-another', (world) =>
    editRecord('key_id', `"${keyIdOf(publicKeyOf(world.otherSigningSeed))}"`),
  ),
  keyId('artifact/key-id-without-prefix', (world) =>
    editRecord('key_id', `"${keyIdOf(publicKeyOf(world.signingSeed)).replace('ed25519:', '')}"`),
  ),

  message('artifact/raw-digest-signed', editSigning('message', 'raw digest')),
  message('artifact/upper-case-hex-signed', editSigning('message', 'upper-case text')),

  signature('artifact/signature-empty', editRecord('signature_base64', '""')),
  signature('artifact/signature-of-zeros', editRecord('signature_base64', base64(new Uint8Array(64)))),
  signature('artifact/signature-of-63-bytes', editRecord('signature_base64', base64(new Uint8Array(63)))),
  signature('artifact/signature-of-another', (world) => editRecord('signature_base64', base64(ofNothing(world)))),
  signature('artifact/signature-s-plus-l', editSigning('form', 'S plus L')),

  opened(lettered, ['SIG-BASE64'], withSpecialLetters),
  keySpelling('artifact/key-without-padding', editRecord('public_key_base64', { respell: 'no padding' })),
  keySpelling('artifact/key-with-spare-bits', editRecord('public_key_base64', { respell: 'spare bits' })),
  keySpelling('artifact/key-in-url-alphabet', editRecord('public_key_base64', { respell: 'url alphabet' })),
  keySpelling('artifact/key-with-line-break', editRecord('public_key_base64', { respell: 'newline at the end' })),
  keySpelling('artifact/key-with-blank', editRecord('public_key_base64', { respell: 'space in front' })),
  signatureSpelling('artifact/signature-without-padding', editRecord('signature_base64', { respell: 'no padding' })),
  signatureSpelling('artifact/signature-with-spare-bits', editRecord('signature_base64', { respell: 'spare bits' })),
  signatureSpelling('artifact/signature-in-url-alphabet', editRecord('signature_base64', { respell: 'url alphabet' })),
  signatureSpelling(
    'artifact/signature-with-line-break',
    editRecord('signature_base64', { respell: 'newline at the end' }),
  ),

  publisher('artifact/publisher-of-another', (world) => editSigning('publisher', world.otherPublisher)),
  publisher('artifact/publisher-with-blank', (world) => editSigning('publisher', `${world.publisher} `)),
  publisher('artifact/publisher-in-upper-case', (world) => editSigning('publisher', world.publisher.toUpperCase())),
  publisher('artifact/publisher-empty', editSigning('publisher', '')),

  opened(blankPublisher, ['SIG-PUBLISHER'], withBlankInPublisher),
  trimmed('artifact/publisher-trimmed', (world) => editSigning('publisher', world.publisher)),

  smallOrder('artifact/identity-as-key', editSigning('form', 'identity key')),
  smallOrder('artifact/key-of-small-order', editSigning('form', 'small-order key')),
  smallOrder('artifact/r-of-small-order', editSigning('form', 'small-order R')),
  canonicalKey('artifact/key-above-the-field', editSigning('form', 'non-canonical key')),
  canonicalKey('artifact/key-with-sign-of-zero', editSigning('form', 'sign bit on zero')),
  ...['identity-as-key', 'key-of-small-order', 'key-above-the-field', 'key-with-sign-of-zero'].map((weak) =>
    ordered(
      `artifact/signature-of-another-before-${weak}`,
      ['SIG-VERIFY', 'ART-VERIFY-ORDER'],
      'artifact/signature-of-another',
      `artifact/${weak}`,
    ),
  ),
  seen('artifact/hole-identity-as-key', ['SIG-HOLES'], 'accepted', withSigning({ form: 'identity key' })),
];

/** A signature of the same key that says nothing of this payload. */
function ofNothing(world: World): Uint8Array {
  return forge('honest', world.signingSeed, new Uint8Array()).signature;
}

/** A key and a module whose key and signature both need a letter that the URL alphabet replaces. */
function withSpecialLetters(base: ArtifactModel, world: World): ArtifactModel {
  for (let attempt = 0; ; attempt++) {
    const seed = world.bytes(`special-letters/${attempt}`, 32);
    const model = { ...base, signing: { ...base.signing, seed } };
    const { public_key_base64, signature_base64 } = assemble(model, world.parameters.names).record;
    if ([public_key_base64, signature_base64].every((text) => /[+/]/.test(`${text}`))) return model;
  }
}

function withBlankInPublisher(base: ArtifactModel, world: World): ArtifactModel {
  const manifest = `${base.manifest}`.replace(`publisher = "${world.publisher}"`, `publisher = " ${world.publisher}"`);
  return { ...base, manifest };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
