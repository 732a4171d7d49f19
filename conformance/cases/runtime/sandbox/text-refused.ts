import type { Case } from '../../../case.ts';
import { put, refusals, rejected, replace } from '../../../rows.ts';

const refused = refusals(['RT-TEXT'], 'runtime/text-module', 'runtime.malformed-text');
const all = (text: string) => put(['module'], text);
const instead = (text: string, by: string) => replace(['module'], text, by);
const bytes = (...values: readonly number[]) => put(['module'], Uint8Array.from(values));
const run = '(func (export "run") (result i32) (i32.const 42))';
const notUtf8 = [...Buffer.from('(module (export "'), 0xff, ...Buffer.from('" (func 0)) (func))')];

export const refusedTexts: readonly Case[] = [
  rejected(
    'runtime/invalid-as-text',
    ['RT-VALID'],
    'runtime/text-module',
    'runtime.invalid',
    instead('(i32.const 42)', '(i64.const 42)'),
  ),
  refused('runtime/text-empty', all('')),
  refused('runtime/text-only-white-space', all(' \n\t')),
  refused('runtime/text-only-a-comment', all(';; nothing')),
  refused('runtime/text-only-a-block-comment', all('(; nothing ;)')),
  refused('runtime/text-byte-order-mark', instead('(module', '\ufeff(module')),
  refused('runtime/text-no-break-space', instead('(module ', '(module\u00a0')),
  refused('runtime/text-form-feed', instead('(module ', '(module\f')),
  refused('runtime/text-zero-byte', instead('(module ', '(module\0')),
  refused('runtime/text-two-modules', all(`(module ${run})(module)`)),
  refused('runtime/text-module-and-field', all(`(module ${run}) (memory 1)`)),
  refused('runtime/text-word-behind', all(`(module ${run}) palyra`)),
  refused('runtime/text-bracket-behind', all(`(module ${run}))`)),
  refused('runtime/text-cut-off', all(`(module ${run}`)),
  refused('runtime/text-open-comment', all(`(module ${run}) (; to be`)),
  refused('runtime/text-open-string', instead('"run"', '"run')),
  refused('runtime/text-prose', all('palyra')),
  refused('runtime/text-json', all('{"module": []}')),
  refused('runtime/text-capital', instead('(module', '(Module')),
  refused('runtime/text-unknown-field', instead('(module ', '(module (functions) ')),
  refused('runtime/text-unknown-operator', instead('i32.const', 'i32.constant')),
  refused('runtime/text-unknown-name', instead('(i32.const 42)', '(call $nowhere)')),
  refused('runtime/text-name-twice', instead('(module ', '(module (func $f) (func $f) ')),
  refused('runtime/text-label-of-nothing', instead('(i32.const 42)', '(br $out (i32.const 42))')),
  refused('runtime/text-other-label-at-end', instead('(i32.const 42)', 'block $a end $b i32.const 42')),
  refused('runtime/text-number-too-large', instead('42', '4294967296')),
  refused('runtime/text-number-too-small', instead('42', '-2147483649')),
  refused('runtime/text-number-with-a-point', instead('42', '42.0')),
  refused('runtime/text-number-with-two-marks', instead('42', '4__2')),
  refused('runtime/text-unknown-escape', instead('"run"', '"r\\zn"')),
  refused('runtime/text-name-no-utf-8', instead('"run"', '"run\\ff"')),
  refused('runtime/text-escaped-surrogate', instead('"run"', '"\\u{d800}"')),
  refused('runtime/text-import-behind-function', all(`(module ${run} (import "a" "b" (func)))`)),
  refused(
    'runtime/text-type-that-differs',
    all(`(module (type $t (func)) (func (export "run") (type $t) (result i32) (i32.const 42)))`),
  ),
  refused('runtime/text-script', all(`(module quote "${run.replaceAll('"', '\\"')}")`)),
  refused('runtime/text-not-utf-8', bytes(...notUtf8)),
  refused('runtime/text-two-other-bytes', bytes(0xff, 0xfe)),
  refused('runtime/text-three-bytes-of-a-binary', bytes(0x00, 0x61, 0x73)),
  refused('runtime/text-almost-a-binary', bytes(0x00, 0x61, 0x73, 0x6e, 0x01, 0x00, 0x00, 0x00)),
];
