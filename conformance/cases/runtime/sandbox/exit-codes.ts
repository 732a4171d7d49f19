import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';

const proves = ['RT-EXIT-CODE'] as const;

const codes: readonly (readonly [id: string, written: string, exitCode: number])[] = [
  ['zero', '0', 0],
  ['one', '1', 1],
  ['two', '2', 2],
  ['127', '127', 127],
  ['128', '128', 128],
  ['255', '255', 255],
  ['256', '256', 256],
  ['65536', '65536', 65_536],
  ['minus-one', '-1', -1],
  ['all-bits', '0xffffffff', -1],
  ['minus-256', '-256', -256],
  ['highest', '2147483647', 2_147_483_647],
  ['lowest', '-2147483648', -2_147_483_648],
  ['highest-bit', '0x80000000', -2_147_483_648],
];

export const exitCodes: readonly Case[] = [
  ...codes.map(([id, written, exitCode]) =>
    accepted(`runtime/exit-${id}`, proves, running(body(`(i32.const ${written})`)), ended(exitCode)),
  ),
  accepted('runtime/exit-calculated', proves, running(body('(i32.sub (i32.const 0) (i32.const 7))')), ended(-7)),
];
