import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { minimal } from './sample.ts';

const { reads, refuses } = rowsAt('manifest/escape', ['MAN-TOML'], {
  sample: minimal,
  piece: '"Echo skill"',
  shows: (name) => ({ name }),
});
const syntax = 'manifest.toml-syntax';

export const escapeCases: readonly Case[] = [
  reads('short-forms', '"\\b\\t\\n\\f\\r\\"\\\\."', '\b\t\n\f\r"\\.'),
  reads('escape-character', '"\\e[0m"', '\u001b[0m'),
  reads('x', '"\\x41\\xe9\\xFF"', 'A\u00e9\u00ff'),
  reads('x-nul', '"a\\x00"', 'a\u0000'),
  reads('u', '"\\u0041\\u20ac\\uFEFF"', 'A\u20ac\ufeff'),
  reads('u-nul', '"a\\u0000b"', 'a\u0000b'),
  reads('u-before-surrogates', '"\\uD7FF\\uE000"', '\ud7ff\ue000'),
  reads('long-u', '"\\U0001F600\\U0010FFFF"', '\u{1f600}\u{10ffff}'),
  reads('in-multi-line', '"""\\u0041\\"""\\"\\n"""', 'A""""\n'),
  reads('none-in-literal', "'C:\\new\\u0041'", 'C:\\new\\u0041'),
  reads('none-in-multi-line-literal', "'''C:\\new\\\n'''", 'C:\\new\\\n'),
  refuses('surrogate-first', '"\\uD800"', syntax),
  refuses('surrogate-last', '"\\uDFFF"', syntax),
  refuses('surrogate-pair', '"\\uD83D\\uDE00"', syntax),
  refuses('surrogate-long', '"\\U0000D800"', syntax),
  refuses('above-last-code-point', '"\\U00110000"', syntax),
  refuses('far-above-last-code-point', '"\\UFFFFFFFF"', syntax),
  ...[..."aAsvBETN0'/ "].map((letter) =>
    refuses(`unknown-${letter.charCodeAt(0).toString(16)}`, `"a\\${letter}."`, syntax),
  ),
  refuses('x-one-digit', '"\\x4"', syntax),
  refuses('x-no-hex', '"\\xg1"', syntax),
  refuses('u-three-digits', '"\\u004"', syntax),
  refuses('u-no-hex', '"\\u00g1"', syntax),
  refuses('u-signed', '"\\u+041"', syntax),
  refuses('long-u-seven-digits', '"\\U0000041"', syntax),
  refuses('at-end', '"Echo\\"', syntax),
];
