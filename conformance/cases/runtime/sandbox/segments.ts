import type { Case } from '../../../case.ts';
import { accepted, changed } from '../../../rows.ts';
import { body, ended, guest, running } from '../given.ts';
import { computes, inText } from './given.ts';

const proves = ['RT-SEGMENTS'] as const;

const edited = (id: string, twin: string, text: string, by: string, expected: number | 'linker') =>
  changed(`runtime/${id}`, proves, `runtime/${twin}`, inText(text, by), ended(expected));

const lastByte = '(i32.load8_u (i32.const 65535))';
const ofLastByte = '(memory 1) (data (i32.const 65535) "a")';
const lastSlot = '(call_indirect (result i32) (i32.const 3))';
const ofLastSlot = '(table 4 funcref) (func $f (result i32) (i32.const 5)) (elem (i32.const 3) $f)';

export const segments: readonly Case[] = [
  accepted('runtime/data-up-to-end', proves, running(body(lastByte, ofLastByte)), ended(97)),
  edited('data-behind-end', 'data-up-to-end', '(data (i32.const 65535)', '(data (i32.const 65536)', 'linker'),
  edited('data-across-end', 'data-up-to-end', '"a"', '"ab"', 'linker'),
  edited('data-at-minus-one', 'data-up-to-end', '(data (i32.const 65535)', '(data (i32.const -1)', 'linker'),
  edited('data-second-behind-end', 'data-up-to-end', '"a")', '"a") (data (i32.const 65536) "b")', 'linker'),
  edited('data-first-behind-end', 'data-up-to-end', '(data ', '(data (i32.const 65536) "b") (data ', 'linker'),
  computes('runtime/data-of-nothing-at-end', proves, lastByte, 97, `${ofLastByte} (data (i32.const 65536) "")`),
  edited('data-of-nothing-behind-end', 'data-up-to-end', '"a")', '"a") (data (i32.const 65537) "")', 'linker'),
  computes('runtime/data-not-placed', proves, lastByte, 97, `${ofLastByte} (data "ab")`),
  edited('data-written-over', 'data-up-to-end', '"a")', '"a") (data (i32.const 65534) "xy")', 121),
  computes('runtime/data-of-nothing-without-pages', proves, '(memory.size)', 0, '(memory 0) (data (i32.const 0) "")'),
  computes('runtime/data-within-maximum-only', proves, '(i32.const 1)', 1, '(memory 1 2) (data (i32.const 0) "a")'),
  edited(
    'data-behind-size-within-maximum',
    'data-within-maximum-only',
    '(data (i32.const 0)',
    '(data (i32.const 65536)',
    'linker',
  ),
  accepted('runtime/data-compiled-up-to-end', proves, running(guest('data-up-to-end')), ended(49)),
  accepted('runtime/data-compiled-behind-end', proves, running(guest('data-behind-end')), ended('linker')),

  accepted('runtime/elements-up-to-end', proves, running(body(lastSlot, ofLastSlot)), ended(5)),
  edited('elements-behind-end', 'elements-up-to-end', '(elem (i32.const 3)', '(elem (i32.const 4)', 'linker'),
  edited('elements-across-end', 'elements-up-to-end', ' $f)', ' $f $f)', 'linker'),
  edited('elements-at-minus-one', 'elements-up-to-end', '(elem (i32.const 3)', '(elem (i32.const -1)', 'linker'),
  computes('runtime/elements-of-nothing-at-end', proves, lastSlot, 5, `${ofLastSlot} (elem (i32.const 4))`),
  edited('elements-of-nothing-behind-end', 'elements-up-to-end', ' $f)', ' $f) (elem (i32.const 5))', 'linker'),
  computes('runtime/elements-not-placed', proves, lastSlot, 5, `${ofLastSlot} (elem func $f $f $f $f $f)`),
  edited(
    'elements-of-second-table',
    'elements-up-to-end',
    ' $f)',
    ' $f) (table $u 1 funcref) (elem (table $u) (i32.const 1) func $f)',
    'linker',
  ),
  accepted('runtime/elements-compiled-behind-end', proves, running(guest('elements-behind-end')), ended('linker')),
];
