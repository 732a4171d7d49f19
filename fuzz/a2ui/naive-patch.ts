import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';

export type NaiveOperation = { readonly op: string; readonly path: string; readonly value?: Json };

/** The state after the patch, or undefined: everything is copied, and each step is looked up anew from the root. */
export function naivePatch(state: Json, ops: readonly NaiveOperation[]): { readonly state: Json } | undefined {
  let now: { readonly state: Json } | undefined = { state };
  for (const each of ops) {
    if (now === undefined) return undefined;
    const after = change(now.state, tokensOf(each.path), each);
    now = after === undefined ? undefined : { state: after.value };
  }
  return now;
}

function tokensOf(path: string): readonly string[] {
  const [, ...tokens] = path.split('/');
  return tokens.map((token) => token.split('~1').join('/').split('~0').join('~'));
}

/** `{value}` is what stands in the place afterwards. */
function change(
  at: Json,
  tokens: readonly string[],
  { op, value = null, path }: NaiveOperation,
): { value: Json } | undefined {
  const [token, ...rest] = tokens;
  if (token === undefined) return op === 'remove' ? undefined : { value };
  if (isJsonObject(at)) {
    const members = [...at];
    const found = members.findIndex(([name]) => name === token);
    if (rest.length === 0) {
      if (op === 'remove') return found < 0 ? undefined : { value: new Map(members.filter((_, n) => n !== found)) };
      if (op === 'replace' && found < 0) return undefined;
      return { value: new Map([...members, [token, value]]) };
    }
    const inner = found < 0 ? undefined : change(members[found]?.[1] ?? null, rest, { op, value, path });
    return inner === undefined ? undefined : { value: new Map([...members, [token, inner.value]]) };
  }
  if (!isJsonArray(at)) return undefined;
  const places = at.map((_, n) => String(n));
  if (rest.length === 0 && op === 'add') {
    const index = token === '-' ? at.length : [...places, String(at.length)].indexOf(token);
    return index < 0 ? undefined : { value: [...at.slice(0, index), value, ...at.slice(index)] };
  }
  const index = places.indexOf(token);
  if (index < 0) return undefined;
  if (rest.length > 0) {
    const inner = change(at[index] ?? null, rest, { op, value, path });
    return inner === undefined ? undefined : { value: at.map((each, n) => (n === index ? inner.value : each)) };
  }
  const kept = op === 'remove' ? [] : [value];
  return { value: [...at.slice(0, index), ...kept, ...at.slice(index + 1)] };
}
