import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';
import { arrayIndex } from './pointer.ts';

/** One change of one place; the tokens lead there. */
export type Operation =
  | { readonly op: 'add' | 'replace'; readonly tokens: readonly string[]; readonly value: Json }
  | { readonly op: 'remove'; readonly tokens: readonly string[] };

type Container = Map<string, Json> | Json[];

/** What stands in the way of an operation. */
type Conflict = { readonly conflict: string };

/**
 * A state while it is patched. Of what changes each container is copied once, and what does not change is shared by the
 * states before and after.
 */
export class WorkingState {
  state: Json;
  /** The containers that belong to the new state alone. */
  readonly #own = new Set<Json>();

  constructor(state: Json) {
    this.state = state;
  }

  /** What stands in the way, or undefined. */
  run(operation: Operation): string | undefined {
    const last = operation.tokens.at(-1);
    if (last === undefined) return this.#replaceRoot(operation);
    const parent = this.#parentOf(operation.tokens);
    if ('conflict' in parent) return parent.conflict;
    return parent instanceof Map ? inObject(parent, last, operation) : inArray(parent, last, operation);
  }

  /** A2-APPLY-ROOT */
  #replaceRoot(operation: Operation): string | undefined {
    if (operation.op === 'remove') return 'the whole state cannot be removed';
    this.state = operation.value;
    return undefined;
  }

  /** A2-APPLY-WALK: the container that the last token is looked up in, as one that may be changed. */
  #parentOf(tokens: readonly string[]): Container | Conflict {
    let at = this.#owned(this.state);
    if ('conflict' in at) return at;
    this.state = at;
    for (const token of tokens.slice(0, -1)) {
      const found: Json | Conflict = step(at, token);
      if (isConflict(found)) return found;
      const next = this.#owned(found);
      if ('conflict' in next) return next;
      if (at instanceof Map) at.set(token, next);
      else at[Number(token)] = next;
      at = next;
    }
    return at;
  }

  #owned(value: Json): Container | Conflict {
    if (!isJsonObject(value) && !isJsonArray(value)) return { conflict: 'there is nothing inside it' };
    // What is its own was made below, as one that may be changed.
    if (this.#own.has(value)) return value as Container;
    const copy = isJsonObject(value) ? new Map(value) : [...value];
    this.#own.add(copy);
    return copy;
  }
}

function isConflict(value: Json | Conflict): value is Conflict {
  return typeof value === 'object' && value !== null && 'conflict' in value;
}

function step(container: Container, token: string): Json | Conflict {
  if (container instanceof Map) return container.get(token) ?? (container.has(token) ? null : noMember(token));
  const index = arrayIndex(token);
  const element = index === undefined ? undefined : container[index];
  return element === undefined ? { conflict: 'there is no such element' } : element;
}

function noMember(name: string): Conflict {
  return { conflict: `there is no member ${JSON.stringify(name.slice(0, 100))}` };
}

/** A2-APPLY-OBJECT */
function inObject(object: Map<string, Json>, name: string, operation: Operation): string | undefined {
  if (operation.op !== 'add' && !object.has(name)) return noMember(name).conflict;
  if (operation.op === 'remove') object.delete(name);
  else object.set(name, operation.value);
  return undefined;
}

/** A2-APPLY-ARRAY */
function inArray(array: Json[], token: string, operation: Operation): string | undefined {
  if (operation.op === 'add' && token === '-') {
    array.push(operation.value);
    return undefined;
  }
  const index = arrayIndex(token);
  if (index === undefined) return 'it is no index of an array';
  const most = operation.op === 'add' ? array.length : array.length - 1;
  if (index > most) return 'the array is shorter';
  if (operation.op === 'add') array.splice(index, 0, operation.value);
  else if (operation.op === 'replace') array[index] = operation.value;
  else array.splice(index, 1);
  return undefined;
}
