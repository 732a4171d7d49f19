import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { ended, running } from '../given.ts';

const mebibyte = 1_048_576;
const module = '(module (func (export "run") (result i32) (i32.const 42)))';

/** Up to here nobody may refuse a text for its size. */
export const textSizes: readonly Case[] = [
  accepted('runtime/text-mebibyte', ['RT-TEXT'], running(module.padEnd(mebibyte)), ended(42)),
];
