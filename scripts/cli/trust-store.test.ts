import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { integrityRecordReference } from '#reference/trust/integrity-record.ts';
import type { TrustStore } from '#reference/trust/store.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { Sandbox } from './testing/sandbox.ts';
import { type TrustStorePlace, useTrustStore } from './trust-store.ts';
import type { OpenVault } from './vault.ts';

const key = 'ab'.repeat(32);

let sandbox: Sandbox;
let place: TrustStorePlace;
let secrets: Map<string, Uint8Array>;
beforeEach(() => {
  sandbox = new Sandbox();
  secrets = new Map();
  place = { path: 'store.json', vault: memoryVault(), shell: sandbox.shell };
});
afterEach(() => sandbox.remove());

function memoryVault(): OpenVault {
  return {
    get: (reference) => {
      const secret = secrets.get(reference);
      return secret === undefined ? fail({ code: 'vault.not-found', reference }) : ok(secret);
    },
    put: (reference, secret) => {
      secrets.set(reference, secret);
      return ok(undefined);
    },
    delete: () => ok(undefined),
    list: () => ok([]),
    exclusively: (work) => work(),
  };
}

function pin(publisher: string) {
  return (store: TrustStore): Result<{ readonly store: TrustStore }> =>
    ok({ store: { ...store, tofuPublishers: new Map(store.tofuPublishers).set(publisher, key) } });
}

function savedPublishers(): readonly string[] {
  return Object.keys(JSON.parse(sandbox.read('store.json')).tofu_publishers);
}

describe('two commands at once', () => {
  test('a pin that another command makes in between is kept, and decided over again', () => {
    const seen: (readonly string[])[] = [];
    const slow = (store: TrustStore) => {
      seen.push([...store.tofuPublishers.keys()]);
      if (seen.length === 1) useTrustStore(place, pin('faster'));
      return pin('slower')(store);
    };
    expect(useTrustStore(place, slow)).toMatchObject({ ok: true });
    expect(seen).toEqual([[], ['faster']]);
    expect(savedPublishers()).toEqual(['faster', 'slower']);
    expect(useTrustStore(place, pin('later'))).toMatchObject({ ok: true });
  });

  test('without interference one decision is enough', () => {
    let decisions = 0;
    useTrustStore(place, (store) => {
      decisions++;
      return pin('acme')(store);
    });
    expect(decisions).toBe(1);
  });

  test('a record that another command writes a moment after its store is waited for', () => {
    useTrustStore(place, pin('acme'));
    const { vault } = place;
    let looks = 0;
    const late: OpenVault = {
      ...vault,
      get: (reference) => (++looks === 1 ? ok(Buffer.from('the record before')) : vault.get(reference)),
    };
    expect(useTrustStore({ ...place, vault: late }, pin('acme'))).toMatchObject({ ok: true });
    expect(looks).toBe(2);
  });
});

describe('what is written', () => {
  test('store and record together, under the canonical path', () => {
    useTrustStore(place, pin('acme'));
    expect([...secrets.keys()]).toEqual([integrityRecordReference(sandbox.path('store.json'))]);
  });

  test('nothing where the decision is a refusal', () => {
    const refusal = fail({ code: 'trust.untrusted-publisher', publisher: 'acme' });
    expect(useTrustStore(place, () => refusal)).toEqual(refusal);
    expect(existsSync(sandbox.path('store.json'))).toBe(false);
    expect(secrets.size).toBe(0);
  });

  test('nothing where a store changed behind the program (TRUST-INTEGRITY-RECORD)', () => {
    useTrustStore(place, pin('acme'));
    sandbox.write('store.json', '{}');
    const path = sandbox.path('store.json');
    expect(useTrustStore(place, pin('zeta'))).toEqual(fail({ code: 'trust.store-tampered', path }));
    expect(readFileSync(path, 'utf8')).toBe('{}');
  });

  test('a record for a store that has none, also where the decision is a refusal, and only in its turn', () => {
    sandbox.write('store.json', '{}');
    const refusal = fail({ code: 'trust.untrusted-publisher', publisher: 'acme' });
    let puts: string[] = [];
    const watched: OpenVault = {
      ...place.vault,
      put: (reference, secret) => {
        puts.push('put');
        return place.vault.put(reference, secret);
      },
      exclusively: (work) => {
        puts = ['lock'];
        return work();
      },
    };
    expect(useTrustStore({ ...place, vault: watched }, () => refusal)).toEqual(refusal);
    expect(puts).toEqual(['lock', 'put']);
    expect([...secrets.keys()]).toEqual([integrityRecordReference(sandbox.path('store.json'))]);
    expect(sandbox.read('store.json')).toBe('{}');
  });

  test('a store that stays as it is asks for no lock, so it may be one that nobody may write', () => {
    useTrustStore(place, pin('acme'));
    const exclusively = () => fail({ code: 'vault.unwritable', path: 'lock', detail: 'EROFS' });
    const locked = { ...place, vault: { ...place.vault, exclusively } };
    expect(useTrustStore(locked, pin('acme'))).toMatchObject({ ok: true });
    expect(useTrustStore(locked, pin('zeta'))).toMatchObject({ failure: { code: 'vault.unwritable' } });
    sandbox.write('store.json', '{}');
    expect(useTrustStore(locked, pin('acme'))).toMatchObject({ failure: { code: 'trust.store-tampered' } });
  });
});
