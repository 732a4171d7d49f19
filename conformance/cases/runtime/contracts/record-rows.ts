import type { Case, EditPath, RecipeValue, RejectedCase } from '../../../case.ts';
import { accepted, put, refusals, rejected } from '../../../rows.ts';
import { declares, entry, negotiating, ready, serves, untyped } from './negotiating.ts';

/** The accepted requests that the refused ones are one edit away from: with a declaration, and without. */
const declared = 'runtime/contracts-record-declared';
const undeclared = 'runtime/contracts-record-undeclared';

export const recordKind = 'connector_adapter';
const classes = ['http_hosts', 'secrets'] as const;
const adapters = [serves(recordKind, { versions: [1n, 2n], classes }), serves(recordKind), serves('context_engine')];

export const wholeRecordCases: readonly Case[] = [
  accepted(
    declared,
    ['CON-FIELD-TYPES', 'CON-NAMES', 'CON-REQUIRED', 'CON-UNKNOWN-FIELDS'],
    negotiating({ declarations: [declares(recordKind)], classes, adapters }),
    ready(entry(recordKind)),
  ),
  accepted(
    undeclared,
    ['CON-READ-FIRST', 'CON-FIELD-TYPES'],
    negotiating({ declarations: [], classes, adapters }),
    untyped,
  ),
];

const typeFault = refusals(['CON-FIELD-TYPES'], declared, 'contracts.wrong-type');
const nameFault = refusals(['CON-NAMES'], declared, 'contracts.unknown-name');
export const missing = refusals(['CON-REQUIRED'], declared, 'contracts.missing-field');
export const unknown = refusals(['CON-UNKNOWN-FIELDS'], declared, 'contracts.unknown-field');

export function row(place: string, what: string): string {
  return `runtime/contracts-${place}-${what}`;
}

const values = {
  null: null,
  false: false,
  integer: 1n,
  float: 0.5,
  text: '1',
  list: [],
  record: {},
} as const satisfies { readonly [name: string]: RecipeValue };

/** A value of each type, apart from those that will do, and those that some readers take for a record or a name. */
export function typeFaults(place: string, at: EditPath, ...but: readonly (keyof typeof values)[]): RejectedCase[] {
  return Object.entries(values)
    .filter(([name]) => !but.some((one) => one === name))
    .map(([name, value]) => typeFault(row(place, name), put(at, value)));
}

const numbers = {
  negative: -1n,
  'least-of-32-bits': -(2n ** 31n),
  'beyond-32-bits': 2n ** 32n,
  'beyond-64-bits': 2n ** 64n,
  'float-one': 1.0,
  'float-zero': 0.0,
  'minus-zero': -0,
};

/** Numbers that are no u32. */
export function numberFaults(place: string, at: EditPath): RejectedCase[] {
  return Object.entries(numbers).map(([name, value]) => typeFault(row(place, name), put(at, value)));
}

/** Texts that are almost this name. */
export function nameFaults(place: string, at: EditPath, name: string): RejectedCase[] {
  const texts = {
    empty: '',
    'upper-case': name.toUpperCase(),
    'one-word': name.replace('_', ''),
    hyphen: name.replace('_', '-'),
    'space-before': ` ${name}`,
    'space-behind': `${name} `,
    'full-width': name.replace('t', '\uff54'),
    'cut-off': name.slice(0, -1),
    'another-list': name === recordKind ? 'secrets' : recordKind,
  };
  return Object.entries(texts).map(([what, text]) => nameFault(row(place, what), put(at, text)));
}

/** A fault of a record that nothing would be compared with. */
export function unasked(name: string, code: RejectedCase['code'], at: EditPath, value: RecipeValue): RejectedCase {
  return rejected(row('unasked', name), ['CON-READ-FIRST'], undeclared, code, put(at, value));
}
