import type { ModuleContent } from '#fixtures/wasm/module-content.ts';
import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { costs, type Price, type Trap, traps } from './priced.ts';

const most = 1000;
const all = (what: string) => `${what} `.repeat(most);

const type = `(type $wide (func (param ${all('i32')})))`;
const wide = (code: string) => `(func $wide (param ${all('i32')}) ${code})`;
const narrow = '(func $narrow)';
const results = `(func $wide (result ${all('i32')}) ${all('i32.const 0')})`;
const slot = '(table 1 funcref) (elem (i32.const 0) $wide)';
const division = 'i32.const 1 i32.const 0 i32.div_s drop';

/** The arguments, and then this. */
function giving(code: string, fields: string): ModuleContent {
  return body(`${all('i32.const 0')} ${code} i32.const 1`, fields);
}

const proves = ['FUEL-ENTRY', 'FUEL-COST'] as const;

/** The entry of the run, the arguments, the constant in the end, and so many units between them. */
function called(id: string, module: ModuleContent, units: number, price: Pick<Price, 'least'> = {}): Case {
  return costs(`wide-call-${id}`, proves, module, { gives: 1, total: most + 2 + units, ...price });
}

function trapped(id: string, code: string, trap: Trap, fields = ''): Case {
  return traps(`wide-call-${id}`, ['FUEL-PUBLISHED'], giving('call $wide', `${fields} ${wide(code)}`), trap);
}

/** Functions with as many parameters or results as there can be: a host that adds one of its own has no room for it. */
export const wideCallCases: readonly Case[] = [
  called('with-arguments', giving('call $wide', wide('')), 2),
  called('with-results', body(`call $wide ${all('drop')} i32.const 1`, results), 2, { least: 4 }),
  called('through-a-table', giving('(call_indirect (type $wide) (i32.const 0))', `${type} ${wide('')} ${slot}`), 3),
  called('that-calls', giving('call $wide', `${narrow} ${wide('call $narrow')}`), 4),
  called('that-hands-on', giving('call $wide', `${narrow} ${wide('return_call $narrow')}`), 4),
  called(
    'that-was-handed-on',
    body('call $caller i32.const 1', `(func $caller ${all('i32.const 0')} return_call $wide) ${wide('')}`),
    4,
  ),
  called(
    'that-was-handed-on-through-a-table',
    body(
      'call $caller i32.const 1',
      `${type} ${slot} ${wide('')} (func $caller ${all('i32.const 0')} (return_call_indirect (type $wide) (i32.const 0)))`,
    ),
    5,
  ),
  called('that-loops', giving('call $wide', wide('(loop (br_if 0 (i32.const 0)))')), 4, { least: most + 4 }),
  trapped('that-traps', division, { told: most + 2, least: most + 4 }),
  trapped('that-traps-behind-a-call', `call $narrow ${division}`, { told: most + 5, least: most + 6 }, narrow),
];
