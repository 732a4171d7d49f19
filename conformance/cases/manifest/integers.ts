import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { full, minimal } from './sample.ts';

const proves = ['MAN-NUMBER-RANGE'] as const;
const range = 'manifest.number-range';
const syntax = 'manifest.toml-syntax';

/** A field of 32 bits whose every value is accepted by a parser. */
const major = rowsAt('manifest/u32', proves, {
  sample: minimal,
  piece: ({ parameters }: World) => `required_protocol_major = ${parameters.runtime.protocolMajor}\n`,
  shows: (required_protocol_major) => ({ compat: { required_protocol_major } }),
});
const majorReads = (name: string, literal: string, value: bigint) =>
  major.reads(name, `required_protocol_major = ${literal}\n`, value);
const majorRefuses = (name: string, literal: string, code: typeof range | typeof syntax) =>
  major.refuses(name, `required_protocol_major = ${literal}\n`, code, code === syntax ? ['MAN-TOML'] : []);

const fuel = rowsAt('manifest/u64', proves, {
  sample: full,
  piece: 'fuel_budget = 2000000\n',
  shows: (fuel_budget) => ({ capabilities: { quotas: { fuel_budget } } }),
});
const fuelReads = (name: string, literal: string, value: bigint) =>
  fuel.reads(name, `fuel_budget = ${literal}\n`, value);
const fuelRefuses = (name: string, literal: string) => fuel.refuses(name, `fuel_budget = ${literal}\n`, range);

const most = 2n ** 64n - 1n;

/** What TOML does not read as an integer. */
const noIntegers: readonly (readonly [string, string])[] = [
  ['leading-zero', '01'],
  ['two-zeros', '00'],
  ['minus-leading-zero', '-01'],
  ['underscore-first', '_1'],
  ['underscore-last', '1_'],
  ['two-underscores', '1__0'],
  ['underscore-after-prefix', '0x_1'],
  ['two-signs', '+-1'],
  ['sign-apart', '+ 1'],
  ['hex-upper-prefix', '0X1'],
  ['hex-signed', '+0x1'],
  ['hex-negative', '-0x1'],
  ['hex-no-digits', '0x'],
  ['hex-bad-digit', '0xfg'],
  ['octal-bad-digit', '0o8'],
  ['octal-upper-prefix', '0O7'],
  ['binary-bad-digit', '0b2'],
  ['suffix', '1u'],
  ['comma', '1,000'],
  ['not-ascii-digit', '\uff11'],
];

export const integerCases: readonly Case[] = [
  majorReads('zero', '0', 0n),
  majorReads('minus-zero', '-0', 0n),
  majorReads('plus-zero', '+0', 0n),
  majorReads('plus', '+7', 7n),
  majorReads('underscores', '1_0_00', 1000n),
  majorReads('hex', '0xdead_BEEF', 0xdeadbeefn),
  majorReads('hex-leading-zeros', '0x0007', 7n),
  majorReads('hex-more-leading-zeros', `0x${'0'.repeat(40)}7`, 7n),
  majorReads('octal-more-leading-zeros', `0o${'0'.repeat(50)}7`, 7n),
  majorReads('binary-more-leading-zeros', `0b${'0'.repeat(130)}1`, 1n),
  majorReads('octal', '0o17', 15n),
  majorReads('binary', '0b1_01', 5n),
  majorReads('above-31-bits', '2147483648', 2n ** 31n),
  majorReads('most', '4294967295', 2n ** 32n - 1n),
  majorReads('most-in-hex', '0xffffffff', 2n ** 32n - 1n),
  majorRefuses('minus-one', '-1', range),
  majorRefuses('one-too-many', '4294967296', range),
  majorRefuses('one-too-many-in-hex', '0x1_0000_0000', range),
  majorRefuses('above-64-bits', '18446744073709551617', range),
  ...noIntegers.map(([name, literal]) => majorRefuses(name, literal, syntax)),
  fuelReads('above-53-bits', '9007199254740993', 2n ** 53n + 1n),
  fuelReads('above-63-bits', '9223372036854775808', 2n ** 63n),
  fuelReads('most', '18446744073709551615', most),
  fuelReads('most-with-plus-and-underscores', '+18_446_744_073_709_551_615', most),
  fuelReads('most-in-hex', '0xffff_ffff_ffff_ffff', most),
  fuelReads('most-in-octal', '0o1777777777777777777777', most),
  fuelReads('most-in-binary', `0b${'1'.repeat(64)}`, most),
  fuelRefuses('minus-one', '-1'),
  fuelRefuses('one-too-many', '18446744073709551616'),
  fuelRefuses('one-too-many-in-hex', '0x1_0000_0000_0000_0000'),
  fuelRefuses('128-bits', '340282366920938463463374607431768211456'),
  fuelRefuses('128-bits-with-plus', '+340282366920938463463374607431768211456'),
  fuelRefuses('128-bits-in-hex', `0x1${'0'.repeat(32)}`),
  fuelRefuses('128-bits-in-octal', `0o4${'0'.repeat(42)}`),
  fuelRefuses('128-bits-in-binary', `0b1${'0'.repeat(128)}`),
  fuelRefuses('many-digits', '9'.repeat(400)),
  ...others(),
];

/** The other fields with a width of their own: the most each takes, one more, and less than nothing. */
function others(): readonly Case[] {
  const quota = (key: string) => (value: WireValue) => ({ capabilities: { quotas: { [key]: value } } });
  const config = (schema_version: WireValue) => ({ operator: { config: { schema_version } } });
  return [
    ...limits('wall-clock-timeout-ms', 'wall_clock_timeout_ms', 1500, most, quota('wall_clock_timeout_ms')),
    ...limits('max-memory-bytes', 'max_memory_bytes', 131_072, most, quota('max_memory_bytes')),
    ...limits('schema-version', 'schema_version', 2, 2n ** 32n - 1n, config),
  ];
}

function limits(
  name: string,
  key: string,
  value: number,
  limit: bigint,
  shows: (value: WireValue) => WireValue,
): readonly Case[] {
  const piece = `\n${key} = ${value}\n`;
  const { reads, refuses } = rowsAt(`manifest/${name}`, proves, { sample: full, piece, shows });
  return [
    reads('most', `\n${key} = ${limit}\n`, limit, ['MAN-NO-OTHER-LIMITS']),
    refuses('one-too-many', `\n${key} = ${limit + 1n}\n`, range),
    refuses('minus-one', `\n${key} = -1\n`, range),
  ];
}
