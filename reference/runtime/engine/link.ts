import { capabilityModule } from '#spec/constants.ts';
import type { StopCause } from '#spec/runtime.ts';
import type { Limits } from '../rewrite/declarations.ts';
import type { Import } from '../rewrite/outline.ts';
import { i32 } from '../rewrite/value-type.ts';
import { hostFunctionNames } from './capabilities.ts';

export interface RunLimits {
  readonly fuelBudget: bigint;
  readonly memoryBytes: bigint;
  readonly tableElements: bigint;
  readonly instances: bigint;
}

const page = 65_536n;

/** Sizes are whole pages, so a limit between two of them is the lower one. */
export function pagesWithin(bytes: bigint): bigint {
  return bytes / page;
}

/** What the tables of an instance may hold together: an engine without room for them takes its whole process along. */
const mostElements = 10_000_000n;

/** For each table, so that all of them stay within what the engine can hold. */
export function elementsWithin(limit: bigint, tables: number): bigint {
  const share = mostElements / BigInt(Math.max(tables, 1));
  return limit < share ? limit : share;
}

/** All that linking asks of the imports of a module: the first that cannot be linked, or else each name once. */
export function importsToLink(imports: readonly Import[]): readonly Import[] {
  const problem = imports.find(isUnknown) ?? imports.find(isMistyped);
  return problem === undefined ? [...new Map(imports.map((each) => [each.name, each])).values()] : [problem];
}

/** What keeps a module from being instantiated, in the order in which it is found out: names, types, counts, sizes. */
export function findLinkProblem(
  module: {
    readonly imports: readonly Import[];
    readonly memories: readonly Limits[];
    readonly tables: readonly Limits[];
  },
  limits: RunLimits,
): StopCause | undefined {
  const unknown = module.imports.find(isUnknown);
  if (unknown !== undefined) return { kind: 'unknown-import', module: unknown.module, name: unknown.name };
  const mistyped = module.imports.find(isMistyped);
  if (mistyped !== undefined) return { kind: 'import-type', module: mistyped.module, name: mistyped.name };
  if (limits.instances < 1n) return { kind: 'instances', limit: limits.instances };
  for (const [index, size] of module.memories.entries()) {
    if (BigInt(size.min) > pagesWithin(limits.memoryBytes))
      return { kind: 'initial-memory', index, pages: BigInt(size.min) };
  }
  for (const [index, size] of module.tables.entries()) {
    if (BigInt(size.min) > limits.tableElements) return { kind: 'initial-table', index, elements: BigInt(size.min) };
  }
  const elements = module.tables.reduce((sum, { min }) => sum + BigInt(min), 0n);
  if (elements > mostElements) return { kind: 'engine', detail: `tables of ${elements} elements` };
  return undefined;
}

/** Whether no host provides it as that. */
export function isForeign(one: Import): boolean {
  return isUnknown(one) || isMistyped(one);
}

function isUnknown({ module, name }: Import): boolean {
  return module !== capabilityModule || !hostFunctionNames.has(name);
}

/** The counts take nothing, the others an index; all give one i32. */
function isMistyped({ name, type }: Import): boolean {
  if (type === undefined) return true;
  const { params, results } = type;
  const wanted = name.endsWith('-count') ? 0 : 1;
  return params.length !== wanted || results.length !== 1 || [...params, ...results].some((each) => each !== i32);
}
