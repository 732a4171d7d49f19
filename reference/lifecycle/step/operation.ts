import type { OperationValue } from '#spec/operations.ts';
import { ok, type Result } from '#spec/result.ts';
import { type InputReader, MalformedInput } from '../../subject/read-input.ts';
import { eventFromJson } from './event-json.ts';
import { stateFromJson } from './state-json.ts';
import { step } from './step.ts';
import { stepToWire } from './step-json.ts';

/** LIFE-READ-ORDER: the state, the event, and then what the event asks for. */
export function runStep(input: InputReader): Result<OperationValue<'lifecycle.step'>> {
  const settings = input.fields('policy');
  const policy = {
    quarantineNew: settings.flag('quarantine_new'),
    reauditIntervalMs: settings.integer('reaudit_interval_ms'),
  };
  if (BigInt.asUintN(64, policy.reauditIntervalMs) !== policy.reauditIntervalMs) {
    throw new MalformedInput('input.policy.reaudit_interval_ms must be an integer of 64 bits without a sign');
  }
  const nowUnixMs = input.integer('nowUnixMs');
  if (BigInt.asIntN(64, nowUnixMs) !== nowUnixMs) throw new MalformedInput('input.nowUnixMs must be one of 64 bits');
  const state = stateFromJson(input.json('state'));
  if (!state.ok) return state;
  const event = eventFromJson(input.json('event'));
  if (!event.ok) return event;
  const stepped = step(state.value, policy, event.value, nowUnixMs);
  return stepped.ok ? ok(stepToWire(stepped.value)) : stepped;
}
