import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { traps } from './priced.ts';

const page = 65_536;

const loads: Readonly<Record<string, number>> = {
  'i32.load': 4,
  'i64.load': 8,
  'f32.load': 4,
  'f64.load': 8,
  'i32.load8_s': 1,
  'i32.load8_u': 1,
  'i32.load16_s': 2,
  'i32.load16_u': 2,
  'i64.load8_s': 1,
  'i64.load8_u': 1,
  'i64.load16_s': 2,
  'i64.load16_u': 2,
  'i64.load32_s': 4,
  'i64.load32_u': 4,
  'v128.load': 16,
  'v128.load8x8_s': 8,
  'v128.load8x8_u': 8,
  'v128.load16x4_s': 8,
  'v128.load16x4_u': 8,
  'v128.load32x2_s': 8,
  'v128.load32x2_u': 8,
  'v128.load8_splat': 1,
  'v128.load16_splat': 2,
  'v128.load32_splat': 4,
  'v128.load64_splat': 8,
  'v128.load32_zero': 4,
  'v128.load64_zero': 8,
};

const stores: Readonly<Record<string, number>> = {
  'i32.store': 4,
  'i64.store': 8,
  'f32.store': 4,
  'f64.store': 8,
  'i32.store8': 1,
  'i32.store16': 2,
  'i64.store8': 1,
  'i64.store16': 2,
  'i64.store32': 4,
  'v128.store': 16,
};

const lanes: Readonly<Record<string, number>> = {
  'v128.load8_lane': 1,
  'v128.load16_lane': 2,
  'v128.load32_lane': 4,
  'v128.load64_lane': 8,
  'v128.store8_lane': 1,
  'v128.store16_lane': 2,
  'v128.store32_lane': 4,
  'v128.store64_lane': 8,
};

/** An access by its name: what stands between the address and it, how it is written, and what is left. */
interface Access {
  readonly name: string;
  readonly width: number;
  readonly value: string;
  readonly lane: string;
  readonly drop: string;
}

const vector = 'v128.const i64x2 0 0';

function zeroOf(store: string): string {
  return store.startsWith('v128') ? vector : `${store.slice(0, 3)}.const 0`;
}

const accesses: readonly Access[] = [
  ...Object.entries(loads).map(([name, width]) => ({ name, width, value: '', lane: '', drop: 'drop' })),
  ...Object.entries(stores).map(([name, width]) => ({ name, width, value: zeroOf(name), lane: '', drop: '' })),
  ...Object.entries(lanes).map(([name, width]) => ({
    name,
    width,
    value: vector,
    lane: '0',
    drop: name.includes('load') ? 'drop' : '',
  })),
];

function reaching({ name, value, lane, drop }: Access, address: number, offset: number) {
  const code = `i32.const ${address} ${value} ${name} offset=${offset} ${lane} ${drop} i32.const 1`;
  return body(code, '(memory 1 1)');
}

/** One byte too far whatever the address is, and one byte less, which only the address takes too far. */
export const boundsByWidthCases: readonly Case[] = accesses.flatMap((access) => {
  const id = access.name.replaceAll(/[._]/g, '-');
  const last = page - access.width;
  const told = access.value === '' ? 3 : 4;
  return [
    traps(`outside-always-${id}`, ['FUEL-PUBLISHED'], reaching(access, 0, last + 1), { told, least: told + 1 }),
    traps(`outside-by-address-${id}`, ['FUEL-PUBLISHED'], reaching(access, 1, last), { told: 0, least: 2 }),
  ];
});
