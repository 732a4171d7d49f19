import type { Case } from '../../../case.ts';
import { accepted, changed, observed, put, refusals } from '../../../rows.ts';
import { id, viewing } from './given.ts';

const proves = ['PLAN-INTERVAL'] as const;
const usual = id('interval-500');
const refused = refusals(proves, usual, 'reaudit.bad-interval');

const every = (interval: bigint | null) => ({ value: () => ({ reaudit: { interval_ms: interval } }) });
const text = (reauditInterval: string | null) => viewing(() => ({ reauditInterval }));

function reads(name: string, written: string, interval: bigint): Case {
  return accepted(id(`interval-${name}`), proves, text(written), every(interval));
}

function refuses(name: string, written: string): Case {
  return refused(id(`interval-${name}`), put(['reauditInterval'], written));
}

const greatest = 2n ** 64n - 1n;

export const intervalCases: readonly Case[] = [
  accepted(usual, [...proves, 'PLAN-DEFAULT'], text('500'), every(500n)),
  reads('1', '1', 1n),
  reads('blanks-around', ' 500\t', 500n),
  reads('line-break-behind', '500\n', 500n),
  reads('leading-zeros', '000500', 500n),
  reads('greatest', `${greatest}`, greatest),
  reads('above-32-bits', '4294967296', 4_294_967_296n),
  reads('above-53-bits', '9007199254740993', 9_007_199_254_740_993n),
  reads('above-63-bits', '9223372036854775808', 9_223_372_036_854_775_808n),
  changed(id('interval-not-set'), ['PLAN-DEFAULT'], usual, put(['reauditInterval'], null), every(21_600_000n)),
  changed(
    id('interval-as-by-default'),
    ['PLAN-DEFAULT', 'PLAN-INTERVAL'],
    usual,
    put(['reauditInterval'], '21600000'),
    every(21_600_000n),
  ),
  changed(id('interval-0'), ['PLAN-OFF'], usual, put(['reauditInterval'], '0'), {
    value: () => ({ reaudit: { interval_ms: null, due: false } }),
  }),
  changed(id('interval-0-in-three-digits'), ['PLAN-OFF'], usual, put(['reauditInterval'], ' 000'), {
    value: () => ({ reaudit: { interval_ms: null, due: false } }),
  }),
  refuses('one-too-many', `${greatest + 1n}`),
  refuses('twenty-five-digits', '9'.repeat(25)),
  refuses('very-long', '9'.repeat(5000)),
  refuses('empty', ''),
  refuses('blank', ' \t'),
  refuses('negative', '-1'),
  refuses('negative-0', '-0'),
  refuses('word', 'abc'),
  refuses('off', 'off'),
  refuses('unit', '500ms'),
  refuses('seconds', '5s'),
  refuses('fraction', '500.0'),
  refuses('exponent', '5e2'),
  refuses('hexadecimal', '0x1f4'),
  refuses('separated', '1_000'),
  refuses('thousands', '1,000'),
  refuses('blank-inside', '5 00'),
  refuses('two-numbers', '500\n500'),
  refuses('null-word', 'null'),
  refuses('quoted', '"500"'),
  refuses('infinite', 'Infinity'),
  refuses('not-a-number', 'NaN'),
  refuses('arabic-digits', '٥٠٠'),
  refuses('full-width-digits', '５００'),
  refuses('byte-order-mark', '\ufeff500'),
  refuses('nul-behind', '500\u0000'),
  observed(id('interval-with-plus'), ['PLAN-PLUS'], 'accepted', text('+500')),
];
