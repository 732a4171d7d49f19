import type { GuestName } from '#fixtures/guests/guest.ts';

interface Workload {
  readonly guest: GuestName;
  readonly entrypoint: string;
}

/** What the cost of metering is measured on. */
export const workloads = {
  'integer loop': { guest: 'workloads', entrypoint: 'integer_loop' },
  'recursive fib': { guest: 'workloads', entrypoint: 'recursive_fib' },
  sieve: { guest: 'workloads', entrypoint: 'sieve' },
  'f64 matmul': { guest: 'workloads', entrypoint: 'matmul' },
  JSON: { guest: 'json', entrypoint: 'run' },
} as const satisfies Record<string, Workload>;

export type WorkloadName = keyof typeof workloads;
