import type { Case } from '../../../case.ts';
import { put, rejected } from '../../../rows.ts';

const twin = 'runtime/fuel-ends-on-nothing';
const proves = ['RT-COMPILE-FIRST'] as const;
const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** A module that is none is one however little fuel there is. */
export const nothingCases: readonly Case[] = [
  rejected(
    'runtime/fuel-none-and-a-cut-module',
    proves,
    twin,
    'runtime.malformed',
    put(['module'], new Uint8Array(header.slice(0, 6))),
  ),
  rejected(
    'runtime/fuel-none-and-a-cut-section',
    proves,
    twin,
    'runtime.malformed',
    put(['module'], new Uint8Array([...header, 0x01])),
  ),
  rejected(
    'runtime/fuel-none-and-an-empty-text',
    proves,
    twin,
    'runtime.malformed-text',
    put(['module'], new Uint8Array()),
  ),
  rejected(
    'runtime/fuel-none-and-no-valid-module',
    proves,
    twin,
    'runtime.invalid',
    put(['module'], { wat: '(module (func (export "run") (result i32) i64.const 1))' }),
  ),
];
