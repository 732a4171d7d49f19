import type { Case } from '../../../case.ts';
import { accepted, changed, refusals } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';
import { computes, inText } from './given.ts';

const optional = ['RT-OPTIONAL'] as const;
const apart = ['RT-OPTIONAL', 'LIM-EACH-MEMORY'] as const;
const page = 65_536n;

const two = '(memory $a 1) (memory $b 1)';
const overTwo = (code: string) => body(code, two);

export const manyMemories: readonly Case[] = [
  accepted(
    'runtime/memories-are-apart',
    apart,
    running(overTwo('(i32.store $a (i32.const 0) (i32.const 7)) (i32.load $b (i32.const 0))')),
    ended(0),
  ),
  changed(
    'runtime/memories-by-their-names',
    optional,
    'runtime/memories-are-apart',
    inText('i32.load $b', 'i32.load $a'),
    ended(7),
  ),
  computes(
    'runtime/memories-copied-between',
    optional,
    '(i32.store8 $a (i32.const 3) (i32.const 9)) (memory.copy $b $a (i32.const 0) (i32.const 3) (i32.const 1)) (i32.load8_u $b (i32.const 0))',
    9,
    two,
  ),
  computes(
    'runtime/memories-each-with-data',
    optional,
    '(i32.add (i32.load8_u $a (i32.const 0)) (i32.load8_u $b (i32.const 0)))',
    99,
    `${two} (data (memory $a) (i32.const 0) "!") (data (memory $b) (i32.const 0) "B")`,
  ),
  accepted(
    'runtime/memories-of-limit',
    apart,
    running(body('(memory.size 1)', '(memory 1024) (memory 1024)')),
    ended(1024),
  ),
  changed(
    'runtime/memories-second-above-limit',
    ['LIM-EACH-MEMORY', 'LIM-MEMORY-START'],
    'runtime/memories-of-limit',
    inText('(memory 1024) (memory 1024)', '(memory 1024) (memory 1025)'),
    ended('limit'),
  ),
  accepted(
    'runtime/memories-grow-apart',
    apart,
    running(body('(drop (memory.grow 0 (i32.const 2))) (memory.grow 1 (i32.const 2))', two), {
      limits: { max_memory_bytes: 3n * page },
    }),
    ended(1),
  ),
  accepted(
    'runtime/memories-hundred',
    ['RT-OPTIONAL', 'RT-CAPS'],
    running(body('(memory.size 99)', ' (memory 0)'.repeat(100))),
    ended(0),
  ),
  refusals(
    ['RT-CAPS'],
    'runtime/memories-hundred',
    'runtime.too-large',
  )('runtime/memories-hundred-and-one', inText('(module ', '(module (memory 0)')),
];
