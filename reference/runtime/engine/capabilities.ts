import { handleBases } from '#spec/constants.ts';
import { trim } from '../../text/white-space.ts';

type CapabilityClass = keyof typeof handleBases;
export type Grants = Readonly<Record<CapabilityClass, readonly string[]>>;
export type Handles = Readonly<Record<CapabilityClass, readonly number[]>>;

export const noGrants: Grants = { http: [], secret: [], storage: [], channel: [] };

interface HostCall {
  readonly name: string;
  readonly index: number | undefined;
  readonly result: number;
}

/** What a run asked its host for. Only the first calls are kept; all are counted. */
export interface HostCalls {
  count: number;
  readonly first: HostCall[];
}

const keptCalls = 1000;

/** The handles of one class: one for each different grant. Which of them it is for, the order of their bytes says. */
function handlesOf(base: number, grants: readonly string[]): readonly number[] {
  const distinct = new Set(grants.map(trim));
  distinct.delete('');
  return Array.from({ length: distinct.size }, (_, position) => base + position);
}

export function handlesFor(grants: Grants): Handles {
  const { http, secret, storage, channel } = handleBases;
  return {
    http: handlesOf(http, grants.http),
    secret: handlesOf(secret, grants.secret),
    storage: handlesOf(storage, grants.storage),
    channel: handlesOf(channel, grants.channel),
  };
}

export const hostFunctionNames: ReadonlySet<string> = new Set(
  Object.keys(handleBases).flatMap((name) => [`${name}-count`, `${name}-handle`]),
);

export type HostFunction = (index: number) => number;

/** The eight functions that a guest can call, by their names. */
export function hostFunctions(handles: Handles, calls: HostCalls): ReadonlyMap<string, HostFunction> {
  const functions = new Map<string, HostFunction>();
  for (const [name, list] of Object.entries(handles)) {
    const countName = `${name}-count`;
    const handleName = `${name}-handle`;
    functions.set(countName, () => record(calls, countName, undefined, list.length));
    functions.set(handleName, (index) => record(calls, handleName, index, list[index] ?? -1));
  }
  return functions;
}

function record(calls: HostCalls, name: string, index: number | undefined, result: number): number {
  calls.count++;
  if (calls.first.length < keptCalls) calls.first.push({ name, index, result });
  return result;
}
