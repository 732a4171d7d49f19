import type { Json, JsonObject } from '#spec/json/value.ts';
import { type ExtensionResult, readPackageRecord, readTransitionRequest } from './record.ts';
import { transition } from './transition.ts';

/** EXT-READ-FIRST: both are read in whole before the one is held against the other. */
export function changeStatus(record: Json, request: Json): ExtensionResult<JsonObject> {
  const recorded = readPackageRecord(record);
  if (!recorded.ok) return recorded;
  const asked = readTransitionRequest(request);
  return asked.ok ? transition(recorded.value, asked.value) : asked;
}
