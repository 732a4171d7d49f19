import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { integrityRecordReference, integrityRecordValue } from '#reference/trust/integrity-record.ts';
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
    putNew: () => ok('taken'),
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

describe('a save that is cut short (TRUST-INTEGRITY-RECORD)', () => {
  const unwritable = fail({ code: 'vault.unwritable', path: 'vault', detail: 'ENOSPC' });
  const locked = fail({ code: 'vault.locked', detail: 'there is no passphrase' });

  /** The vault as it is, but for what its puts do: each is given its number and the put itself. */
  function watched(put: (count: number, put: () => Result<undefined>) => Result<undefined>): TrustStorePlace {
    let count = 0;
    const { vault } = place;
    return {
      ...place,
      vault: { ...vault, put: (reference, secret) => put(++count, () => vault.put(reference, secret)) },
    };
  }

  function record(): string | undefined {
    const secret = secrets.get(integrityRecordReference(sandbox.path(place.path)));
    return secret === undefined ? undefined : Buffer.from(secret).toString();
  }

  function storeDigest(): string {
    return integrityRecordValue(readFileSync(sandbox.path(place.path)));
  }

  test.each([unwritable, locked])('by a vault that takes no record ($failure.code): there is no store', (refusal) => {
    place = { ...place, path: 'new/folder/store.json' };
    expect(
      useTrustStore(
        watched(() => refusal),
        pin('acme'),
      ),
    ).toEqual(refusal);
    expect(existsSync(sandbox.path('new'))).toBe(false);
  });

  test.each([unwritable, locked])('by a vault that takes no record ($failure.code): the old store stays', (refusal) => {
    useTrustStore(place, pin('acme'));
    expect(
      useTrustStore(
        watched(() => refusal),
        pin('zeta'),
      ),
    ).toEqual(refusal);
    expect(savedPublishers()).toEqual(['acme']);
    expect(useTrustStore(place, pin('zeta'))).toMatchObject({ ok: true });
  });

  test.each([
    [1, 'before', ['acme']],
    [1, 'after', ['acme']],
    [2, 'before', ['acme', 'zeta']],
    [2, 'after', ['acme', 'zeta']],
  ] as const)(
    'by a crash at record %i, %s it is written: the store loads and is recorded as it is',
    (at, when, left) => {
      useTrustStore(place, pin('acme'));
      const crashing = watched((count, put) => {
        if (count < at) return put();
        if (when === 'after') put();
        throw new Error('crash');
      });
      expect(() => useTrustStore(crashing, pin('zeta'))).toThrow('crash');
      expect(savedPublishers()).toEqual(left);
      const refusal = fail({ code: 'trust.untrusted-publisher', publisher: 'other' });
      expect(useTrustStore(place, () => refusal)).toEqual(refusal);
      expect(record()).toBe(storeDigest());
      expect(useTrustStore(place, pin('later'))).toMatchObject({ ok: true });
      expect(savedPublishers()).toEqual([...left, 'later'].sort());
    },
  );

  test.each(['before', 'after'] as const)('by a crash %s the first record of all', (when) => {
    const crashing = watched((_, put) => {
      if (when === 'after') put();
      throw new Error('crash');
    });
    expect(() => useTrustStore(crashing, pin('acme'))).toThrow('crash');
    expect(existsSync(sandbox.path('store.json'))).toBe(false);
    expect(useTrustStore(place, pin('zeta'))).toMatchObject({ ok: true });
    expect(savedPublishers()).toEqual(['zeta']);
  });

  test('by a store that cannot be replaced: the old one loads', () => {
    // Such a name fits, and that of the new file beside it does not.
    place = { ...place, path: 's'.repeat(250) };
    sandbox.write(place.path, '{}');
    expect(useTrustStore(place, pin('acme'))).toMatchObject({ failure: { code: 'trust.store-unwritable' } });
    expect(sandbox.read(place.path)).toBe('{}');
    expect(useTrustStore(place, (store) => ok({ store }))).toMatchObject({
      failure: { code: 'trust.store-unwritable' },
    });
    sandbox.write(place.path, '{ }');
    expect(useTrustStore(place, pin('acme'))).toMatchObject({ failure: { code: 'trust.store-tampered' } });
  });

  test('by a vault that is full at the end: the store is saved, and the next command closes the record', () => {
    useTrustStore(place, pin('acme'));
    const full = watched((count, put) => (count === 1 ? put() : unwritable));
    expect(useTrustStore(full, pin('zeta'))).toMatchObject({ ok: true });
    expect(record()).toMatch(/^[0-9a-f]{64} [0-9a-f]{64}$/);
    const readOnly = { ...place, vault: { ...place.vault, exclusively: () => unwritable } };
    expect(useTrustStore(readOnly, pin('zeta'))).toMatchObject({ ok: true });
    expect(useTrustStore(readOnly, pin('acme'))).toMatchObject({ ok: true });
    useTrustStore(place, pin('zeta'));
    expect(record()).toBe(storeDigest());
  });

  test('while it is under way the old store and the new one are accepted, and no other', () => {
    useTrustStore(place, pin('acme'));
    const old = sandbox.read('store.json');
    const full = watched((count, put) => (count === 1 ? put() : unwritable));
    useTrustStore(full, pin('zeta'));
    const open = record() ?? '';
    const changed = sandbox.read('store.json');
    for (const [content, accepted] of [
      [old, true],
      [changed, true],
      [`${changed}\n`, false],
    ] as const) {
      secrets.set(integrityRecordReference(sandbox.path('store.json')), Buffer.from(open));
      sandbox.write('store.json', content);
      expect(useTrustStore(place, pin('acme')).ok).toBe(accepted);
    }
  });

  test('a store that is there before its record is recorded before it is replaced', () => {
    sandbox.write('store.json', '{}');
    const seen: string[] = [];
    const before = storeDigest();
    useTrustStore(
      watched((_, put) => {
        const done = put();
        seen.push(`${sandbox.read('store.json') === '{}'} ${record()?.startsWith(before)}`);
        return done;
      }),
      pin('acme'),
    );
    expect(seen).toEqual(['true true', 'false false']);
  });

  test.skipIf(process.platform === 'win32')('the record of a new store stands under the path it will have', () => {
    mkdirSync(sandbox.path('real'));
    symlinkSync('real', sandbox.path('link'));
    useTrustStore({ ...place, path: 'link/below/store.json' }, pin('acme'));
    expect([...secrets.keys()]).toEqual([integrityRecordReference(sandbox.path('real/below/store.json'))]);
    expect(useTrustStore({ ...place, path: 'real/below/store.json' }, pin('zeta'))).toMatchObject({ ok: true });
    expect(secrets.size).toBe(1);
  });
});
