import type { World } from '#fixtures/world.ts';
import { announced, type Decided, loggedDecision, type Outcome, written } from './given.ts';

/** That this was decided, and that the operator's log knows. */
export function decides(world: World, decided: Decided, more: Partial<Outcome> = {}): Outcome {
  const now = written(world, decided);
  const result = decided.status === 'active' ? 'enabled' : 'quarantined';
  const log = [loggedDecision(world, now, decided.now)];
  return { result, statuses: [now], log, ...announced(now), ...more };
}

export const quarantined = { status: 'quarantined', reason: 'under review' } as const;

export function upper(world: World): string {
  return world.skillId.toUpperCase();
}

/** The twin that most of these are one edit away from. */
export const base = 'lifecycle/quarantine-from-no-row';
