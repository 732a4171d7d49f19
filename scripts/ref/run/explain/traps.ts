import type { TrapClass } from '#spec/runtime.ts';
import { showBytes } from '../quantities.ts';
import type { RunResult } from '../result.ts';
import type { Explanation } from './explanation.ts';
import { namesHint, whereStopped } from './where.ts';

interface Meaning {
  /** What it did, with the place where it did it behind. */
  readonly did: string;
  readonly detail: string;
  readonly next: string;
}

const meanings: Readonly<Record<TrapClass, Meaning>> = {
  unreachable: {
    did: 'It came to an `unreachable` instruction',
    detail: 'Compilers put one where a program gives up: a panic, an abort, a failed assertion, no memory left.',
    next: 'Look for what gives up there. A plugin has no output, so let it give an exit code of its own instead.',
  },
  'memory-bounds': {
    did: 'It read or wrote outside of its memory',
    detail: 'An address, or an address and a length, reached beyond the last byte.',
    next: 'Check indices, lengths and pointers there; a stack that is too small for a large local does it too.',
  },
  'table-bounds': {
    did: 'It used a table element that is not there',
    detail: 'The index was beyond the end of the table, or of a segment that was dropped.',
    next: 'Look for a function pointer that was never set, or was overwritten.',
  },
  'indirect-call': {
    did: 'It called a function pointer that holds no function of that type',
    detail: 'The slot of the table was empty, or its function takes or gives something else.',
    next: 'Look for a null function pointer, or one that was cast to another type.',
  },
  'division-by-zero': {
    did: 'It divided an integer by zero',
    detail: 'Quotients and remainders of integers have no value then; those of floats have.',
    next: 'Check the divisor there.',
  },
  'integer-overflow-or-conversion': {
    did: 'It computed a number that does not fit its type',
    detail: 'Either a float that is NaN or too large became an integer, or the lowest integer was divided by -1.',
    next: 'Check the range first, or use a saturating conversion.',
  },
  'stack-exhausted': {
    did: 'Its calls nested too deeply',
    detail: 'How deep they may nest is up to each engine, so another host may stop it sooner.',
    next: 'Look for a recursion without an end, or turn it into a loop.',
  },
};

export function explainTrap(trap: TrapClass, result: RunResult): Explanation {
  const { did, detail, next } = meanings[trap];
  return {
    what: `${did}${whereStopped(result)}.`,
    details: [detail, ...(trap === 'unreachable' ? memoryNearLimit(result) : []), ...uncounted(trap, result)],
    next: [next, ...namesHint(result)],
  };
}

const hides = 'hides what it used since it last called a function or returned from one: no count has it.';
const always = `A trap like this ${hides}`;

/** Where the host was not told of all that was used by then: it is ahead of calls, and of what can only fail. */
const hidden: Readonly<Partial<Record<TrapClass, string>>> = {
  'memory-bounds': `Unless no address would have been inside, a trap like this ${hides}`,
  'table-bounds': `Unless it was a call through the table, a trap like this ${hides}`,
  'division-by-zero': always,
  'integer-overflow-or-conversion': always,
};

function uncounted(trap: TrapClass, { insight }: RunResult): readonly string[] {
  const said = hidden[trap];
  return said === undefined || insight?.stack.length === 0 ? [] : [said];
}

/** Many allocators trap where memory cannot grow, and ask for as much again as they have; nothing else tells of it. */
function memoryNearLimit({ measured, plan }: RunResult): readonly string[] {
  const { memoryBytes } = plan.job.limits;
  const peak = BigInt(measured?.peakMemoryBytes ?? 0);
  if (2n * peak <= memoryBytes) return [];
  return [
    `Its memory had grown to ${showBytes(peak)} of ${showBytes(memoryBytes)}: where it cannot grow, allocators give up.`,
  ];
}
