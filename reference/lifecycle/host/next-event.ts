import type { HookEvent } from '#spec/hooks.ts';
import { parseJson } from '#spec/json/parse.ts';
import type { Json } from '#spec/json/value.ts';
import { hookEventOf } from '../hooks/event.ts';

interface Recorded {
  readonly seq: bigint;
  /** JSON, as it was recorded. */
  readonly payload: string;
}

export interface Firing {
  readonly event: HookEvent;
  readonly payload: Json;
}

/** How far to move in the journal: to the next event that is one for hooks, or past all that are none. */
export interface Advance {
  readonly seq: bigint;
  readonly firing: Firing | undefined;
}

/** HOOK-FIRES: the rows stand in the order in which they were recorded. Undefined where there is nothing new. */
export function nextEvent(rows: readonly Recorded[]): Advance | undefined {
  for (const { seq, payload: text } of rows) {
    const json = parseJson(Buffer.from(text));
    const event = json.ok ? hookEventOf(json.value) : undefined;
    if (json.ok && event !== undefined) return { seq, firing: { event, payload: json.value } };
  }
  const last = rows.at(-1);
  return last && { seq: last.seq, firing: undefined };
}
