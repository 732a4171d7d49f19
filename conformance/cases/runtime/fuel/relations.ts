import { runtimeDefaults } from '#spec/constants.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { ended, running } from '../given.ts';
import { type Finite, finiteGuests, growingGuests } from './finite.ts';

const twoHosts = { grants: { http_hosts: ['a.example', 'b.example'] } };
const proves: readonly RequirementId[] = ['FUEL-MONOTONE', 'FUEL-SAME', 'FUEL-LEFT'];

/** Whatever an instruction costs, or a page of memory, this is enough for a few hundred of them. */
const surely = 10n ** 15n;

const upwards = [...Array.from({ length: 40 }, (_, i) => BigInt(i)), ...growing(23, 50n), surely];
const downwards = upwards.toReversed();
const againAndAgain = Array.from({ length: 64 }, () => surely);
const upToTheLargest = [
  ...growing(13, runtimeDefaults.fuelBudget),
  2n ** 53n + 1n,
  2n ** 63n - 1n,
  2n ** 63n,
  2n ** 64n - 1n,
];

/** Each half as large again as the one before. */
function growing(count: number, first: bigint): readonly bigint[] {
  return Array.from({ length: count }, (_, i) => (first * 3n ** BigInt(i)) / 2n ** BigInt(i));
}

/** How it ends is known where it surely has enough; on less, only how its ends hang together. */
function related(id: string, { module, gives }: Finite, fuelBudgets: readonly bigint[]): Case {
  const finished: WireValue = { stop: null, exitCode: BigInt(gives) };
  const value = () => ({ runs: fuelBudgets.map((budget) => (budget >= surely ? finished : {})) });
  const given = running(module, { ...twoHosts, fuelBudgets });
  return accepted(`runtime/fuel-related-${id}`, proves, given, { relation: 'fuel', value });
}

/** Those in which a run leaves most behind for the next to stumble over. */
const inOtherOrders = new Set([
  'loop',
  'recursion',
  'calls-of-the-host-that-count',
  'memory-that-grows',
  'start-function-and-loop',
]);

const guests = [...finiteGuests, ...growingGuests];

export const relationCases: readonly Case[] = [
  ...finiteGuests.map((guest) =>
    accepted(`runtime/fuel-enough-${guest.id}`, ['FUEL-ENOUGH'], running(guest.module, twoHosts), ended(guest.gives)),
  ),
  ...guests.map((guest) => related(guest.id, guest, upwards)),
  ...guests
    .filter(({ id }) => inOtherOrders.has(id))
    .flatMap((guest) => [
      related(`${guest.id}-downwards`, guest, downwards),
      related(`${guest.id}-again-and-again`, guest, againAndAgain),
      related(`${guest.id}-to-the-largest-budget`, guest, upToTheLargest),
    ]),
];
