import { handlesFor } from '#reference/runtime/engine/capabilities.ts';
import type { RunPlan } from '#reference/runtime/runner/plan.ts';

interface GrantedHandle {
  readonly handle: number;
  readonly grant: string;
}

/** By the name of the class that the guest asks by. */
export type GrantedHandles = readonly (readonly [capability: string, handles: readonly GrantedHandle[]])[];

/** What the guest can reach; a plan has its grants in the order of their handles. */
export function grantedHandles({ job }: RunPlan): GrantedHandles {
  const numbers = handlesFor(job.grants);
  const { http, secret, storage, channel } = job.grants;
  return [
    ['http', paired(numbers.http, http)],
    ['secret', paired(numbers.secret, secret)],
    ['storage', paired(numbers.storage, storage)],
    ['channel', paired(numbers.channel, channel)],
  ];
}

function paired(numbers: readonly number[], grants: readonly string[]): readonly GrantedHandle[] {
  return numbers.map((handle, at) => ({ handle, grant: grants[at] ?? '' }));
}

export function grantOf(handles: GrantedHandles, handle: number): string | undefined {
  for (const [, list] of handles) for (const each of list) if (each.handle === handle) return each.grant;
  return undefined;
}
