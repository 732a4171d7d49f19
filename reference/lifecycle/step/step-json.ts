import type { Json, JsonObject } from '#spec/json/value.ts';
import { stateToJson } from './state-json.ts';
import type { Effect, JournalEvent, LogLine, Step } from './types.ts';

export function stepToWire({ result, state, log, journal, effects }: Step) {
  return {
    result,
    state: stateToJson(state),
    log: log.map(logLineToJson),
    journal: journal.map(journalToJson),
    effects: effects.map(effectToJson),
  };
}

/** LIFE-LOG */
function logLineToJson({ eventKind, timestampUnixMs, payload }: LogLine): JsonObject {
  return new Map<string, Json>([
    ['event_kind', eventKind],
    ['timestamp_unix_ms', timestampUnixMs],
    ['payload', payload],
  ]);
}

function journalToJson({ event, payload }: JournalEvent): JsonObject {
  return new Map<string, Json>([
    ['event', event],
    ['payload', payload],
  ]);
}

function effectToJson(effect: Effect): JsonObject {
  const { kind } = effect;
  const rest: readonly [string, Json][] =
    effect.kind === 'fire-hook'
      ? [
          ['event', effect.event],
          ['payload', effect.payload],
        ]
      : [
          ['skill_id', effect.skillId],
          ['version', effect.version],
        ];
  return new Map<string, Json>([['kind', kind], ...rest]);
}
