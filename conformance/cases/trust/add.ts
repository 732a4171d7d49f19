import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { Case, RecipeValue } from '../../case.ts';
import { accepted, ordered, put, rejected } from '../../rows.ts';
import { type Cast, castOf, storeValue } from './store-rows.ts';

const proves = ['TRUST-ADD'] as const;
type Keys = { readonly [publisher: string]: readonly string[] };
type Pins = { readonly [publisher: string]: string };
interface Addition {
  readonly trusted?: Keys;
  readonly pins?: Pins;
  readonly publisher?: string;
  readonly key?: string;
  /** The allowlist afterwards. */
  readonly becomes: Keys;
}

function adds(name: string, addition: (cast: Cast) => Addition): Case {
  const model = (world: World): RecipeValue => {
    const cast = castOf(world);
    const { trusted = {}, pins = {}, publisher = cast.publisher, key = cast.key } = addition(cast);
    return { trustStore: { trusted_publishers: trusted, tofu_publishers: pins }, publisher, key };
  };
  return accepted(`trust/add-${name}`, proves, (world) => ({ operation: 'trust.add', model: model(world) }), {
    value: (world) => {
      const { pins = {}, becomes } = addition(castOf(world));
      return { trustStore: storeValue(becomes, pins) };
    },
  });
}

function refuses(
  name: string,
  code: FailureCode,
  field: 'publisher' | 'key',
  text: string | ((cast: Cast) => string),
): Case {
  return rejected(`trust/add-${name}`, proves, 'trust/add-first', code, (world) =>
    put([field], typeof text === 'string' ? text : text(castOf(world))),
  );
}

const low = '0'.repeat(64);
const high = 'f'.repeat(64);
const badPublisher = 'trust.invalid-publisher';
const badKey = 'trust.invalid-key';

export const addCases: readonly Case[] = [
  adds('first', ({ publisher, key }) => ({ becomes: { [publisher]: [key] } })),
  adds('publisher-spaced', ({ publisher, key }) => ({
    publisher: ` ${publisher}\u0085`,
    becomes: { [publisher]: [key] },
  })),
  adds('key-upper-case', ({ publisher, key }) => ({ key: key.toUpperCase(), becomes: { [publisher]: [key] } })),
  adds('key-spaced', ({ publisher, key }) => ({ key: `\t${key} `, becomes: { [publisher]: [key] } })),
  adds('key-no-point-of-the-curve', ({ publisher }) => ({
    key: `02${'0'.repeat(62)}`,
    becomes: { [publisher]: [`02${'0'.repeat(62)}`] },
  })),
  adds('second-key-sorted-first', ({ publisher, key }) => ({
    trusted: { [publisher]: [high] },
    becomes: { [publisher]: [key, high] },
  })),
  adds('second-key-sorted-last', ({ publisher, key }) => ({
    trusted: { [publisher]: [low] },
    becomes: { [publisher]: [low, key] },
  })),
  adds('beside-another-publisher', ({ publisher, other, key, otherKey }) => ({
    trusted: { [other]: [otherKey] },
    becomes: { [other]: [otherKey], [publisher]: [key] },
  })),
  adds('same-key-for-another-publisher', ({ publisher, other, key }) => ({
    trusted: { [other]: [key] },
    becomes: { [other]: [key], [publisher]: [key] },
  })),
  adds('pin-stays', ({ publisher, key, otherKey }) => ({
    pins: { [publisher]: otherKey },
    becomes: { [publisher]: [key] },
  })),
  adds('pin-of-that-key-stays', ({ publisher, key }) => ({
    pins: { [publisher]: key },
    becomes: { [publisher]: [key] },
  })),
  adds('present-already', ({ publisher, key }) => ({
    trusted: { [publisher]: [key] },
    becomes: { [publisher]: [key] },
  })),
  adds('present-in-an-unsorted-list', ({ publisher, key }) => ({
    trusted: { [publisher]: [high, key, low, low] },
    becomes: { [publisher]: [high, key, low, low] },
  })),
  adds('new-in-an-unsorted-list', ({ publisher, key }) => ({
    trusted: { [publisher]: [high, low, low] },
    becomes: { [publisher]: [low, key, high] },
  })),
  adds('present-in-upper-case', ({ publisher, key }) => ({
    trusted: { [publisher]: [key.toUpperCase()] },
    becomes: { [publisher]: [key.toUpperCase(), key] },
  })),
  adds('rest-not-normalised', ({ publisher, other, key }) => ({
    trusted: { [` ${other}`]: [high, low], 'No Name': ['no key'], empty: [] },
    pins: { [` ${other}`]: high, [other]: low },
    becomes: { [` ${other}`]: [high, low], 'No Name': ['no key'], empty: [], [publisher]: [key] },
  })),
  refuses('publisher-empty', badPublisher, 'publisher', ''),
  refuses('publisher-blank', badPublisher, 'publisher', ' '),
  refuses('publisher-upper-case', badPublisher, 'publisher', ({ publisher }) => publisher.toUpperCase()),
  refuses('publisher-inner-space', badPublisher, 'publisher', 'ac me'),
  refuses('publisher-slash', badPublisher, 'publisher', 'ac/me'),
  refuses('publisher-byte-order-mark', badPublisher, 'publisher', ({ publisher }) => `${publisher}\ufeff`),
  refuses('key-empty', badKey, 'key', ''),
  refuses('key-one-byte-short', badKey, 'key', ({ key }) => key.slice(2)),
  refuses('key-one-byte-long', badKey, 'key', ({ key }) => `${key}00`),
  refuses('key-one-digit-long', badKey, 'key', ({ key }) => `${key}0`),
  refuses('key-prefix', badKey, 'key', ({ key }) => `0x${key}`),
  refuses('key-letter-g', badKey, 'key', ({ key }) => `g${key.slice(1)}`),
  refuses('key-inner-space', badKey, 'key', ({ key }) => `${key.slice(0, 32)} ${key.slice(32)}`),
  refuses('key-base64', badKey, 'key', ({ key }) => Buffer.from(key, 'hex').toString('base64')),
  refuses('key-byte-order-mark', badKey, 'key', ({ key }) => `\ufeff${key}`),
  ordered('trust/add-publisher-before-key', proves, 'trust/add-publisher-empty', 'trust/add-key-empty'),
];
