import type { Case } from '../../../case.ts';
import { refusals } from '../../../rows.ts';
import { having } from './given.ts';

const refused = refusals(['RT-EXCLUDED'], 'runtime/answer', 'runtime.excluded-feature');

/** Operators of the typed and collected references, where nothing says of which type their operands are. */
const operators = ['ref.eq', 'ref.as_non_null', 'any.convert_extern', 'ref.i31', 'throw_ref'];

/** What cannot be reached is refused as well, and so is what says nothing of a type that is left out. */
export const excludedUnreached: readonly Case[] = operators.map((name) =>
  refused(
    `runtime/without-unreached-${name.replaceAll(/[._]/g, '-')}`,
    having(`(func unreachable ${name} unreachable)`),
  ),
);
