import { isDeepStrictEqual } from 'node:util';
import type { Exports } from '#reference/runtime/engine/web-assembly.ts';
import type { Outline } from '#reference/runtime/rewrite/outline.ts';
import { exportedFunction } from '../outline-of.ts';
import { Caller, type PlannedCall } from './caller.ts';
import { type Action, type Command, headOf } from './script.ts';
import { unlikeTrap } from './traps.ts';
import { globalToWord } from './values.ts';

export interface Instance {
  readonly exports: Exports;
  readonly outline: Outline;
}

export type ActionCommand = Extract<Command, { readonly action: Action }>;

export interface PlannedAction {
  readonly command: ActionCommand;
  readonly instance: Instance;
}

/** Carries out actions in a row; what is not as the suite has it goes to `fail`. */
export async function act(planned: readonly PlannedAction[], fail: (what: string) => void): Promise<void> {
  if (planned.length === 0) return;
  const caller = await Caller.of(planned.map(planCall));
  for (const [position, { command, instance }] of planned.entries()) {
    const { action } = command;
    const result = () => (action.kind === 'get' ? [globalOf(instance, command)] : caller.call(position));
    const unlike = unlikeSuite(command, result, (words) => caller.compared(position, words));
    if (unlike !== undefined)
      fail(`${command.kind} ${action.name}(${action.given.map(({ source }) => source)}): ${unlike}`);
  }
}

type Words = readonly bigint[];

function unlikeSuite(
  command: ActionCommand,
  result: () => Words,
  compared: (words: Words) => readonly [Words, Words],
): string | undefined {
  if (command.kind === 'assert_trap' || command.kind === 'assert_exhaustion')
    return unlikeTrap(result, command.message);
  try {
    const words = result();
    if (command.kind !== 'assert_return') return undefined;
    const [given, wanted] = compared(words);
    return isDeepStrictEqual(given, wanted) ? undefined : `${given} instead of ${wanted}`;
  } catch (error) {
    return String(error);
  }
}

function planCall({ command, instance }: PlannedAction): PlannedCall {
  const { action } = command;
  const expected = command.kind === 'assert_return' ? command.expected : [];
  return { given: action.given, expected, callee: action.kind === 'get' ? undefined : calleeOf(instance, action.name) };
}

function calleeOf({ exports, outline }: Instance, name: string): PlannedCall['callee'] {
  return { type: exportedFunction(outline, name).type, target: exports[name] };
}

function globalOf({ exports }: Instance, { action, ...command }: ActionCommand): bigint {
  const found = exports[action.name];
  if (typeof found !== 'object' || found === null) throw new RangeError(`There is no global ${action.name}.`);
  const type = 'expected' in command ? headOf(command.expected[0]) : undefined;
  return globalToWord(Reflect.get(found, 'value'), type);
}
