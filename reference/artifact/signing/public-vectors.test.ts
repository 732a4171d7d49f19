import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifySignatureByPoints } from './point-verifier.ts';
import { type SignatureClaim, type Strength, verifySignature } from './verify.ts';

const vectors = process.env['PALYRA_VECTORS'] ?? join(import.meta.dirname, '../../../../shared/vectors');
const folder = join(vectors, 'ed25519');

function verdict(claim: SignatureClaim, strength: Strength): string {
  const [one, other] = [verifySignature, verifySignatureByPoints].map((verify) => {
    const verified = verify(claim, strength);
    return verified.ok ? 'accepted' : verified.failure.code;
  });
  expect(other).toBe(one);
  return String(one);
}

const isAccepted = (strength: Strength) => (claim: SignatureClaim) => verdict(claim, strength) === 'accepted';

function accepted(claims: readonly SignatureClaim[], strength: Strength): readonly number[] {
  return claims.flatMap((claim, index) => (isAccepted(strength)(claim) ? [index] : []));
}

function read(name: string) {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

const hex = (text: string) => Buffer.from(text, 'hex');

describe.skipIf(!existsSync(folder))('public vectors, by both verifiers', () => {
  test('of the twelve edge cases core accepts five (SIG-VERIFY) and hardened one (SIG-SMALL-ORDER)', () => {
    const claims = speccheck();
    expect(claims).toHaveLength(12);
    expect(accepted(claims, 'core')).toEqual([0, 1, 2, 3, 11]);
    expect(accepted(claims, 'hardened')).toEqual([3]);
  });

  test('of 914 edge vectors core accepts 208 (SIG-VERIFY) and hardened 43 (SIG-SMALL-ORDER)', () => {
    const claims = cctv();
    expect(claims).toHaveLength(914);
    expect(accepted(claims, 'core')).toHaveLength(208);
    expect(accepted(claims, 'hardened')).toHaveLength(43);
  });

  test('every verdict of the 151 attack vectors is met in both strengths (SIG-VERIFY)', () => {
    const tests = wycheproof();
    expect(tests).toHaveLength(151);
    const valid = tests.filter(({ result }) => result === 'valid');
    expect(tests.filter(({ claim }) => isAccepted('core')(claim))).toEqual(valid);
    expect(tests.filter(({ claim }) => isAccepted('hardened')(claim))).toEqual(valid);
  });
});

function speccheck(): readonly SignatureClaim[] {
  const rows: readonly Record<'pub_key' | 'message' | 'signature', string>[] = read('speccheck.json');
  return rows.map((row) => ({
    publicKey: hex(row.pub_key),
    message: hex(row.message),
    signature: hex(row.signature),
  }));
}

function cctv(): readonly SignatureClaim[] {
  const rows: readonly Record<'key' | 'msg' | 'sig', string>[] = read('cctv.json');
  return rows.map((row) => ({ publicKey: hex(row.key), message: Buffer.from(row.msg), signature: hex(row.sig) }));
}

interface WycheproofGroup {
  readonly publicKey: { readonly pk: string };
  readonly tests: readonly Record<'msg' | 'sig' | 'result', string>[];
}

function wycheproof(): readonly { readonly claim: SignatureClaim; readonly result: string }[] {
  const groups: readonly WycheproofGroup[] = read('wycheproof.json').testGroups;
  return groups.flatMap(({ publicKey, tests }) =>
    tests.map(({ msg, sig, result = '' }) => ({
      claim: { publicKey: hex(publicKey.pk), message: hex(msg), signature: hex(sig) },
      result,
    })),
  );
}
