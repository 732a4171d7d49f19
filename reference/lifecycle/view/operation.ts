import type { OperationValue } from '#spec/operations.ts';
import { ok, type Result } from '#spec/result.ts';
import type { Parameters } from '#spec/subject.ts';
import { type InputReader, MalformedInput } from '../../subject/read-input.ts';
import { stateFromJson } from '../step/state-json.ts';
import type { SkillFacts } from './facts.ts';
import { inventory } from './inventory.ts';
import { parseReauditInterval } from './reaudit-interval.ts';
import { reauditPlan } from './reaudit-plan.ts';
import { viewToWire } from './to-wire.ts';

/** VIEW-ORDER: the state, then the interval. */
export function viewLifecycle(input: InputReader, host: Parameters): Result<OperationValue<'lifecycle.view'>> {
  const surroundings = {
    statusesReadable: input.flag('statusesReadable'),
    facts: readFacts(input),
    machine: {
      host: host.runtime,
      device: new Set(input.texts('device')),
      node: new Set(input.texts('node')),
    },
  };
  const nowUnixMs = input.integer('nowUnixMs');
  const intervalText = input.textOrNull('reauditInterval') ?? undefined;
  const state = stateFromJson(input.json('state'));
  if (!state.ok) return state;
  const interval = parseReauditInterval(intervalText);
  if (!interval.ok) return interval;
  const plan = reauditPlan(state.value, interval.value, nowUnixMs);
  return ok(viewToWire(inventory(state.value, surroundings), plan));
}

function readFacts(input: InputReader): readonly SkillFacts[] {
  const skills = input.listOrNull('skills');
  if (skills === null) throw new MalformedInput('input.skills must be a list');
  return skills.map((skill) => ({
    skillId: skill.text('skill_id'),
    version: skill.text('version'),
    requiredProtocolMajor: skill.integer('required_protocol_major'),
    minPalyraVersion: skill.text('min_palyra_version'),
    maxPalyraVersion: skill.textOrNull('max_palyra_version'),
    deviceCapabilities: skill.texts('device_capabilities'),
    nodeCapabilities: skill.texts('node_capabilities'),
  }));
}
