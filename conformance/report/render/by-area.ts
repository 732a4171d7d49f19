import { type Area, areas } from '#spec/areas.ts';

/** The area of a case is the first word of its id; a report of somebody else may hold other ids. */
export function areaOf(id: string): Area | 'other' {
  const end = id.indexOf('/');
  return areas.find((area) => area.length === end && id.startsWith(area)) ?? 'other';
}

/** In the order of the areas, without empty ones. */
export function groupByArea<T extends { readonly id: string }>(
  items: readonly T[],
): readonly (readonly [Area | 'other', readonly T[]])[] {
  const groups = new Map<Area | 'other', T[]>([...areas, 'other' as const].map((area) => [area, []]));
  for (const item of items) groups.get(areaOf(item.id))?.push(item);
  return [...groups].filter(([, group]) => group.length > 0);
}
