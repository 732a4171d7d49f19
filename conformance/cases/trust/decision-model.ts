/**
 * What the chapter says of a decision, over names instead of keys and publishers: small enough to be read beside the
 * chapter, and told apart from every implementation by having no bytes.
 */
export type Key = 'a' | 'b';
type Who = 'known' | 'stranger';

/** Only the known publisher is ever allowlisted; either can be pinned. */
export interface Store {
  readonly allowed?: Key;
  readonly known?: Key;
  readonly stranger?: Key;
}

export interface Question {
  readonly who: Who;
  readonly key: Key;
  readonly tofu: boolean;
}

type Answer =
  | { readonly decision: 'allowlisted' | 'tofu_pinned' | 'tofu_newly_pinned'; readonly store: Store }
  | { readonly code: 'trust.key-mismatch' | 'trust.pin-mismatch' | 'trust.untrusted-publisher' };

export function answer(store: Store, { who, key, tofu }: Question): Answer {
  if (who === 'known' && store.allowed !== undefined) {
    return store.allowed === key ? { decision: 'allowlisted', store } : { code: 'trust.key-mismatch' };
  }
  if (store[who] !== undefined) {
    return store[who] === key ? { decision: 'tofu_pinned', store } : { code: 'trust.pin-mismatch' };
  }
  if (!tofu) return { code: 'trust.untrusted-publisher' };
  return { decision: 'tofu_newly_pinned', store: { ...store, [who]: key } };
}

export interface Step {
  readonly store: Store;
  readonly question: Question;
}

const initial: readonly Store[] = [
  {},
  { allowed: 'a' },
  { known: 'a' },
  { allowed: 'a', known: 'a' },
  { allowed: 'a', known: 'b' },
];

const questions: readonly Question[] = (['known', 'stranger'] as const).flatMap((who) =>
  (['a', 'b'] as const).flatMap((key) => [true, false].map((tofu) => ({ who, key, tofu }))),
);

/** Every question that comes up in some sequence of that many, each store being the answer to what went before. */
export function stepsToDepth(depth: number): ReadonlyMap<string, Step> {
  const steps = new Map<string, Step>();
  let stores: readonly Store[] = initial;
  for (let level = 0; level < depth; level++) {
    const asked = stores.flatMap((store) => questions.map((question): Step => ({ store, question })));
    for (const step of asked) steps.set(nameOf(step), step);
    stores = [...new Map(asked.map(storeAfter).map((store) => [storeName(store), store])).values()];
  }
  return steps;
}

/** A refusal leaves the store as it was. */
function storeAfter({ store, question }: Step): Store {
  const given = answer(store, question);
  return 'code' in given ? store : given.store;
}

/** The same for every path that leads to the same store and asks the same. */
export function nameOf({ store, question: { who, key, tofu } }: Step): string {
  return [storeName(store), 'then', who, key, tofu ? 'tofu' : 'strict'].join('-');
}

function storeName({ allowed, known, stranger }: Store): string {
  const parts = [
    allowed === undefined ? [] : ['allowed', allowed],
    known === undefined ? [] : ['pinned', known],
    stranger === undefined ? [] : ['stranger', stranger],
  ].flat();
  return parts.length === 0 ? 'empty' : parts.join('-');
}
