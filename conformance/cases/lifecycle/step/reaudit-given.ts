import type { World } from '#fixtures/world.ts';
import { type Fields, hex } from '../index-document/given.ts';
import { announced, type Outcome, written } from './given.ts';

export const interval = 21_600_000n;
export const failed = 'periodic_reaudit_failed';

export function audited(world: World, fields: Fields = {}): Fields {
  return {
    kind: 'audited',
    should_quarantine: false,
    reasons: [],
    artifact_sha256: hex(world, 'artifact 1.0.0'),
    skill_id: world.skillId,
    version: '1.0.0',
    ...fields,
  };
}

export function complains(world: World, reason: string, more: Partial<Outcome> = {}): Outcome {
  const now = written(world, { status: 'quarantined', reason, principal: 'system:daemon' });
  return { result: 'reaudited', next: world.nowUnixMs + interval, statuses: [now], ...announced(now), ...more };
}

export const missing = { kind: 'missing', detail: 'No such file or directory (os error 2)' };
