import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case, Edit, RecipeValue } from '../../case.ts';
import { accepted, insert, put, rejected } from '../../rows.ts';
import { exactly } from '../manifest/exactly.ts';
import { type Cast, castOf } from './store-rows.ts';
import { verifying } from './verifying.ts';

const shape = ['TRUST-STORE-SHAPE'] as const;
const array = ['TRUST-STORE-ARRAY'] as const;
const code = 'trust.store-shape';

type Proves = readonly RequirementId[];
type Store = (cast: Cast) => RecipeValue;
type EditOf = (cast: Cast) => Edit;

/** A store with the other publisher in it, handed over to be added to and to verify by. */
function takes(name: string, proves: Proves, store: Store): readonly Case[] {
  const trusted = ({ other, otherKey }: Cast) => ({ [other]: [otherKey] });
  return [
    accepted(
      `trust/add-to-${name}`,
      proves,
      (world) => {
        const { publisher, key } = castOf(world);
        return { operation: 'trust.add', model: { trustStore: store(castOf(world)), publisher, key } };
      },
      {
        value: (world) => {
          const { publisher, key } = castOf(world);
          return { trustStore: { trusted_publishers: exactly({ ...trusted(castOf(world)), [publisher]: [key] }) } };
        },
      },
    ),
    accepted(
      `trust/verify-by-${name}`,
      proves,
      verifying((world) => ({ trustStore: store(castOf(world)) })),
      {
        value: (world) => ({
          report: { trust_decision: 'tofu_newly_pinned' },
          trustStore: { trusted_publishers: exactly(trusted(castOf(world))) },
        }),
      },
    ),
  ];
}

/** One edit of the store makes both operations refuse it. */
function refuses(name: string, proves: Proves, twin: string, edit: EditOf): readonly Case[] {
  const editIn = (world: World) => edit(castOf(world));
  return ['add-to', 'verify-by'].map((what) =>
    rejected(`trust/${what}-store-${name}`, proves, `trust/${what}-${twin}`, code, editIn),
  );
}

const badShape = (name: string, edit: EditOf) => refuses(name, shape, 'both-maps', edit);
const badArray = (name: string, edit: EditOf) => refuses(name, array, 'array-of-two', edit);
const allowMap = ({ other, otherKey }: Cast) => ({ [other]: [otherKey] });

/** What is said of a store's shape is said of one that comes from memory, too. */
export const storeGivenCases: readonly Case[] = [
  ...takes('both-maps', shape, (cast) => ({ trusted_publishers: allowMap(cast), tofu_publishers: {} })),
  ...takes('allowlist-only', shape, (cast) => ({ trusted_publishers: allowMap(cast) })),
  ...takes('array-of-one', array, (cast) => [allowMap(cast)]),
  ...takes('array-of-two', array, (cast) => [allowMap(cast), {}]),
  ...badShape('null', () => put(['trustStore'], null)),
  ...badShape('false', () => put(['trustStore'], false)),
  ...badShape('text', () => put(['trustStore'], '{}')),
  ...badShape('unknown-field', () => put(['trustStore', 'version'], 1n)),
  ...badShape('allowlist-null', () => put(['trustStore', 'trusted_publishers'], null)),
  ...badShape('allowlist-array', () => put(['trustStore', 'trusted_publishers'], [])),
  ...badShape('pins-null', () => put(['trustStore', 'tofu_publishers'], null)),
  ...badShape('keys-text', ({ other, otherKey }) => put(['trustStore', 'trusted_publishers', other], otherKey)),
  ...badShape('key-integer', ({ other }) => put(['trustStore', 'trusted_publishers', other, 0], 1n)),
  ...badShape('pin-list', ({ other, otherKey }) => put(['trustStore', 'tofu_publishers', other], [otherKey])),
  ...badArray('array-of-three', () => insert(['trustStore', 2], {})),
  ...badArray('array-of-null', () => put(['trustStore', 1], null)),
];
