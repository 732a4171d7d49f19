import type { RunLimits } from '#reference/runtime/engine/link.ts';
import { ok } from '#spec/result.ts';
import { runnerDefaults } from '#spec/runner.ts';
import type { OptionTable } from '../../cli/options.ts';
import { type Outcome, refuse } from '../../cli/problem.ts';
import { optionBytes, parseBytes, parseCount, showCount } from './quantities.ts';

const { limits: defaults, timeoutMs } = runnerDefaults;

export const limitOptions = {
  fuel: {
    kind: 'value',
    shows: 'units',
    about: `Fuel that it may consume. Default: ${showCount(defaults.fuelBudget)}.`,
  },
  memory: {
    kind: 'value',
    shows: 'size',
    about: `What each of its memories may hold, as 65536 or 64KiB. Default: ${optionBytes(defaults.memoryBytes)}.`,
  },
  tables: {
    kind: 'value',
    shows: 'elements',
    about: `What each of its tables may hold. Default: ${showCount(defaults.tableElements)}.`,
  },
  instances: { kind: 'value', shows: 'count', about: `Instances; a run takes one. Default: ${defaults.instances}.` },
  timeout: {
    kind: 'integer',
    shows: 'ms',
    least: 1,
    most: 86_400_000,
    about: `Time that it may take, in milliseconds. Default: ${timeoutMs}.`,
  },
} as const satisfies OptionTable;

interface LimitTexts {
  readonly fuel: string | undefined;
  readonly memory: string | undefined;
  readonly tables: string | undefined;
  readonly instances: string | undefined;
}

const wantedCount = 'a whole number below 2^64, such as 10_000_000';
const wantedBytes = 'a number of bytes below 2^64, or one of KiB, MiB or GiB, such as 64MiB';

export function limitsFrom(options: LimitTexts): Outcome<RunLimits> {
  const fuelBudget = quantity('--fuel', options.fuel, parseCount, defaults.fuelBudget);
  if (!fuelBudget.ok) return fuelBudget;
  const memoryBytes = quantity('--memory', options.memory, parseBytes, defaults.memoryBytes);
  if (!memoryBytes.ok) return memoryBytes;
  const tableElements = quantity('--tables', options.tables, parseCount, defaults.tableElements);
  if (!tableElements.ok) return tableElements;
  const instances = quantity('--instances', options.instances, parseCount, defaults.instances);
  if (!instances.ok) return instances;
  return ok({
    fuelBudget: fuelBudget.value,
    memoryBytes: memoryBytes.value,
    tableElements: tableElements.value,
    instances: instances.value,
  });
}

function quantity(
  source: string,
  text: string | undefined,
  parse: (text: string) => bigint | undefined,
  otherwise: bigint,
): Outcome<bigint> {
  if (text === undefined) return ok(otherwise);
  const value = parse(text);
  if (value !== undefined) return ok(value);
  return refuse({
    code: 'cli.bad-value',
    source,
    value: text,
    wanted: parse === parseBytes ? wantedBytes : wantedCount,
  });
}
