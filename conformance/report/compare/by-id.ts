/** For each id in order, its entry in each of the lists. */
export function byId<K extends string, T extends { readonly id: K }>(
  lists: readonly (readonly T[])[],
): readonly { readonly id: K; readonly entries: readonly (T | undefined)[] }[] {
  const maps = lists.map((list) => new Map(list.map((entry) => [entry.id, entry])));
  const ids = [...new Set(lists.flatMap((list) => list.map(({ id }) => id)))].sort();
  return ids.map((id) => ({ id, entries: maps.map((map) => map.get(id)) }));
}
