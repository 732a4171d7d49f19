import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Recipe } from '../../../case.ts';
import type { GateModel } from '../../../recipe/models.ts';
import { type Fields, record, row } from '../view/given.ts';

/** The gate is asked for the skill of the world, whose version 1.0.0 is active, and is told of no index. */
export function asking(ask: (world: World) => Partial<GateModel> = () => ({})): (world: World) => Recipe {
  return (world) => ({
    operation: 'lifecycle.gate',
    model: {
      statuses: [row(world, 'active')],
      readable: true,
      index: null,
      input: { json: { skill_id: world.skillId } },
      ...ask(world),
    },
  });
}

/** The same with an input of these fields beside the id of the skill. */
export function askingFor(fields: (world: World) => Fields): (world: World) => Recipe {
  return asking((world) => ({ input: { json: { skill_id: world.skillId, ...fields(world) } } }));
}

/** These versions of the skill are installed; the first is the current one. */
export function index(world: World, ...versions: readonly string[]): Fields {
  const entries = versions.map((version, place) => record(world, { version, current: place === 0 }));
  return { schema_version: 1n, updated_at_unix_ms: world.nowUnixMs, entries };
}

type Code = 'invalid_context' | 'not_applicable' | 'evaluation_error' | 'missing' | 'denied' | 'allowed';

/** An answer with this code, and what else of it counts. */
export function gives(
  code: Code,
  more: (world: World) => { readonly [name: string]: WireValue } = () => ({}),
): { readonly value: (world: World) => WireValue } {
  return { value: (world) => ({ code: `skill.execution.${code}`, ...more(world) }) };
}

export const decided = (version: string, status: string) => (world: World) => ({
  skill_id: world.skillId,
  version,
  status,
});

export const id = (name: string) => `lifecycle/gate-${name}`;
export const field = (name: string) => ['input', 'json', name];
