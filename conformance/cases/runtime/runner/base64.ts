import type { Case } from '../../../case.ts';
import { base64Of, field, inline } from './given.ts';
import { refusing, refusingInline, runs } from './rows.ts';

const proves = ['RUN-BASE64'] as const;
const code = 'runner.bad-base64';

/** By what remains of its bytes when they are taken in threes: no padding, two of it, one. */
const none = base64Of('answer');
const two = base64Of('echo');
const one = base64Of('recursion');

const noPadding = refusingInline(proves, code);
const onePad = refusing(proves, 'base64-one-pad', code);
const twoPads = refusing(proves, 'base64-two-pads', code);
const put = (text: string) => field('module_base64', text);

const middle = two.indexOf('+');

export const base64Cases: readonly Case[] = [
  runs('base64-one-pad', proves, inline({ module_base64: one }), { exit_code: 1000n }),
  runs('base64-two-pads', proves, inline({ module_base64: two }), { exit_code: 0n }),
  onePad('base64-pad-missing', put(one.slice(0, -1))),
  twoPads('base64-one-of-two-pads-missing', put(two.slice(0, -1))),
  twoPads('base64-both-pads-missing', put(two.slice(0, -2))),
  noPadding('base64-pad-too-many', put(`${none}=`)),
  noPadding('base64-four-pads', put(`${none}====`)),
  onePad('base64-second-pad', put(`${one}=`)),
  onePad('base64-pad-inside', put(`${one.slice(0, 4)}AA==${one.slice(4)}`)),
  onePad('base64-two-in-a-row', put(`${one}${one}`)),
  onePad('base64-bits-left-over', put(withBitsLeft(one))),
  twoPads('base64-bits-left-over-of-two', put(withBitsLeft(two))),
  twoPads('base64-other-plus', put(two.replaceAll('+', '-'))),
  twoPads('base64-other-slash', put(two.replaceAll('/', '_'))),
  twoPads('base64-one-other-plus', put(`${two.slice(0, middle)}-${two.slice(middle + 1)}`)),
  noPadding('base64-blank-in-front', put(` ${none}`)),
  noPadding('base64-blank-inside', put(`${none.slice(0, 8)} ${none.slice(8)}`)),
  noPadding('base64-line-break-inside', put(`${none.slice(0, 76)}\r\n${none.slice(76)}`)),
  noPadding('base64-line-break-behind', put(`${none}\n`)),
  noPadding('base64-next-line-behind', put(`${none}\u0085`)),
  noPadding('base64-nul-behind', put(`${none}\u0000`)),
  noPadding('base64-one-letter-too-many', put(`${none}A`)),
  noPadding('base64-one-letter-missing', put(none.slice(0, -1))),
  noPadding('base64-letter-beyond-ascii', put(`${none.slice(0, -1)}\u0410`)),
  noPadding('base64-full-width-letter', put(none.replace('A', '\uff21'))),
  noPadding('base64-question-mark', put('?')),
  noPadding('base64-data-url', put(`data:application/wasm;base64,${none}`)),
];

/** The same bytes for a lenient reader: the last letter in front of the padding has a bit that stands for nothing. */
function withBitsLeft(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const at = text.indexOf('=') - 1;
  const next = letters.charAt(letters.indexOf(text.charAt(at)) + 1);
  return text.slice(0, at) + next + text.slice(at + 1);
}
