import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { accepted } from '../../../rows.ts';
import { documentOf } from '../client/rows.ts';

export type Proves = readonly RequirementId[];
export type Members = { readonly [name: string]: JsonModel };
/** What one article, or the banner, must say; whatever is not named may be anything. */
export type Said = { readonly [name: string]: WireValue };

/** The page of these components, and what must be read in the articles of it. */
export function page(id: string, proves: Proves, components: readonly JsonModel[], articles: readonly Said[]): Case {
  return wholePage(id, proves, (world) => documentOf(world, components), { articles });
}

/** The page of a document, and what must be read in it. */
export function wholePage(id: string, proves: Proves, document: (world: World) => JsonModel, read: Said): Case {
  return accepted(
    `a2ui/page-${id}`,
    proves,
    (world) => ({ operation: 'a2ui.render', model: { document: document(world) } }),
    { value: ({ tool }) => ({ dangers: [], regions: [tool], ...read }) },
  );
}

/** The page of one component with these properties. */
export function shows(id: string, proves: Proves, type: string, props: JsonModel, said: Said): Case {
  return page(id, proves, [{ id: 'it', type, props }], [said]);
}

/** Each of these texts by itself, among others. */
export function texts(...each: readonly string[]): Said {
  return Object.fromEntries(each.map((text) => [text, true]));
}

export function line(...pieces: readonly WireValue[]): WireValue {
  return { line: pieces };
}

export function heading(level: bigint, ...pieces: readonly WireValue[]): WireValue {
  return { heading: level, line: pieces };
}

export function bullets(...items: readonly (readonly WireValue[])[]): WireValue {
  return { list: { ordered: false, items } };
}

export function numbered(...items: readonly (readonly WireValue[])[]): WireValue {
  return { list: { ordered: true, items } };
}

export function link(label: string, to: string): WireValue {
  return { link: label, to };
}
