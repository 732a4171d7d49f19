import { keyHexOf } from '#fixtures/signing/keys.ts';
import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { AcceptedCase, RecipeValue, RejectedCase } from '../../case.ts';
import { accepted, rejected, replace } from '../../rows.ts';
import { exactly } from '../manifest/exactly.ts';

/** The names and keys that a store is made of, in the words of a world. */
export interface Cast {
  readonly publisher: string;
  readonly other: string;
  /** Keys as a store spells them; the first belongs to the publisher of the smallest artifact. */
  readonly key: string;
  readonly otherKey: string;
}

export function castOf(world: World): Cast {
  return {
    publisher: world.publisher,
    other: world.otherPublisher,
    key: keyHexOf(world.signingSeed),
    otherKey: keyHexOf(world.otherSigningSeed),
  };
}

export type StoreText = string | ((cast: Cast) => string);
type Proves = readonly RequirementId[];
type Keys = { readonly [publisher: string]: readonly string[] };
type Pins = { readonly [publisher: string]: string };

/** A store as a caller hands it over. */
export function storeRecord(trusted_publishers: Keys, tofu_publishers: Pins): RecipeValue {
  return { trusted_publishers, tofu_publishers };
}

/** A store in normal form, down to the last key. */
export function storeValue(trusted_publishers: Keys, tofu_publishers: Pins): WireValue {
  return exactly({ trusted_publishers, tofu_publishers });
}

/** A file that is read as this store. */
export function loads(
  name: string,
  proves: Proves,
  text: StoreText | Uint8Array | null,
  store: (cast: Cast) => WireValue,
): AcceptedCase {
  const given = (world: World) => (typeof text === 'function' ? text(castOf(world)) : text);
  return accepted(
    `trust/store-${name}`,
    proves,
    (world) => ({ operation: 'trust.load', model: { store: given(world) } }),
    {
      value: (world) => ({ trustStore: store(castOf(world)) }),
    },
  );
}

/** The file of another row with one piece changed. */
export function refusesText(
  name: string,
  proves: Proves,
  twin: string,
  code: FailureCode,
  piece: StoreText,
  by: StoreText,
): RejectedCase {
  const textIn = (text: StoreText, world: World) => (typeof text === 'string' ? text : text(castOf(world)));
  return rejected(`trust/store-${name}`, proves, `trust/store-${twin}`, code, (world) =>
    replace(['store'], textIn(piece, world), textIn(by, world)),
  );
}

/** The file from which most refused ones are one step away: one publisher allowlisted, the other pinned. */
export const bothMaps = ({ publisher, key, other, otherKey }: Cast) => `{
  "trusted_publishers": { "${publisher}": ["${key}"] },
  "tofu_publishers": { "${other}": "${otherKey}" }
}
`;

export const bothMapsCase = loads(
  'both-maps',
  ['TRUST-STORE-SHAPE', 'TRUST-STORE-JSON', 'TRUST-STORE-PUBLISHER', 'TRUST-STORE-KEY', 'TRUST-STORE-KEYS'],
  bothMaps,
  ({ publisher, key, other, otherKey }) => storeValue({ [publisher]: [key] }, { [other]: otherKey }),
);
