import { type HookEvent, hookEvents, hookEventsOfJournal, type RunPhase, runPhases } from '#spec/hooks.ts';
import { isJsonObject, type Json } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { asciiLower, trim } from '../../text/white-space.ts';

/** HOOK-EVENTS: the phase of a run is an event by its own name, too. */
export function parseHookEvent(text: string): Result<HookEvent> {
  const name = asciiLower(trim(text));
  const event = hookEvents.find((each) => each === name) ?? runEvents.get(name);
  return event === undefined ? fail({ code: 'hooks.unknown-event', event: text }) : ok(event);
}

const runEvents: ReadonlyMap<string, HookEvent> = new Map(
  runPhases.map((phase): [string, HookEvent] => [phase, `run:${phase}`]),
);

export function isHookEvent(text: string): text is HookEvent {
  return hookEvents.some((event) => event === text);
}

/** Where the event is one of a run: which of its phases. */
export function phaseOf(event: HookEvent): RunPhase | undefined {
  return runPhases.find((phase) => event === `run:${phase}`);
}

/** HOOK-FIRES: what the payload of a journal event is for hooks, if it is anything. */
export function hookEventOf(payload: Json): HookEvent | undefined {
  const name = isJsonObject(payload) ? payload.get('event') : undefined;
  if (typeof name !== 'string' || !Object.hasOwn(hookEventsOfJournal, name)) return undefined;
  return hookEventsOfJournal[name as keyof typeof hookEventsOfJournal];
}
