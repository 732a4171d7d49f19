import { list, sized, text, unsigned } from '#fixtures/wasm/encoding.ts';
import { moduleCaps } from '#spec/constants.ts';
import type { Case } from '../../../case.ts';
import { accepted, observed, put, refusals } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';
import {
  answerBody,
  answerBytes,
  bytesOf,
  codeSection,
  custom,
  exportSection,
  functionSection,
  header,
  typeSection,
  withBody,
} from './binary-parts.ts';
import { inText, plenty } from './given.ts';
import * as many from './many.ts';

const proves = ['RT-CAPS'] as const;
const bulk = ['RT-BULK'] as const;
const code = 'runtime.too-large';
const beyond = (twin: string) => refusals(proves, twin, code);

/** The cap, and the same module with one more; that is built when it is asked for, since some are large. */
function atCap(id: string, twin: string, module: (count: number) => Uint8Array, cap: number): readonly Case[] {
  return [
    accepted(`runtime/${id}`, proves, () => running(module(cap))(), ended(42)),
    beyond(`runtime/${id}`)(`runtime/${twin}`, () => put(['module'], module(cap + 1))),
  ];
}

const times = (count: number, what: string) => Array(count).fill(what).join(' ');

const withParameters = (count: number) =>
  body(
    `(call $many ${times(count, '(i32.const 42)')})`,
    `(func $many (param ${times(count, 'i32')}) (result i32) (local.get ${count - 1}))`,
  );
const withResults = (count: number) => body('(i32.const 42)', `(func (result ${times(count, 'i32')}) unreachable)`);
const withTables = (count: number) => body('(i32.const 42)', times(count, '(table 0 funcref)'));

const withNameOfCustom = (length: number) => bytesOf(...answerBytes, custom('n'.repeat(length)));
const withImport = (length: number) =>
  bytesOf(header, typeSection, [2, sized(list([[text('n'.repeat(length)), text('n'), 0, 0]]))]);
/** A function of ten parameters that nobody calls. */
const withParametersAnd = (locals: number) =>
  bytesOf(
    header,
    [
      1,
      sized(
        list([
          [0x60, list([]), list([[0x7f]])],
          [0x60, list(Array(10).fill([0x7f])), list([])],
        ]),
      ),
    ],
    [3, sized(list([[0], [1]]))],
    exportSection,
    [10, sized(list([sized(answerBody), sized([list([[unsigned(locals), 0x7f]]), 0x0b])]))],
  );
const withLocals = (count: number) => withBody(list([[unsigned(count), 0x7f]]), 0x41, 42, 0x0b);
const withName = (length: number) =>
  bytesOf(
    header,
    typeSection,
    functionSection,
    [
      7,
      sized(
        list([
          [text('run'), 0, 0],
          [text('n'.repeat(length)), 0, 0],
        ]),
      ),
    ],
    codeSection,
  );

const far = beyond('runtime/binary-plain');
const large: readonly (readonly [id: string, make: (count: number) => Uint8Array, cap: number])[] = [
  ['types', many.manyTypes, moduleCaps.types],
  ['imports', many.manyImports, moduleCaps.imports],
  ['functions', many.manyFunctions, moduleCaps.functions],
  ['globals', many.manyGlobals, moduleCaps.globals],
  ['exports', many.manyExports, moduleCaps.exports],
  ['bytes-of-a-function', many.longBody, moduleCaps.function],
];

/** What shipping software allows, and a metered function has no room for. */
const localsOfEngines = moduleCaps.locals + 1;

export const caps: readonly Case[] = [
  accepted('runtime/caps-parameters', proves, running(withParameters(1000), plenty), ended(42)),
  beyond('runtime/caps-parameters')('runtime/caps-parameters-one-more', put(['module'], withParameters(1001))),
  accepted('runtime/caps-results', proves, running(withResults(1000)), ended(42)),
  beyond('runtime/caps-results')('runtime/caps-results-one-more', inText('(result i32 i32', '(result i32 i32 i32')),
  accepted('runtime/caps-tables', proves, running(withTables(100)), ended(42)),
  beyond('runtime/caps-tables')('runtime/caps-tables-one-more', inText('(module ', '(module (table 0 funcref) ')),
  ...atCap('caps-name', 'caps-name-one-more', withName, moduleCaps.name),
  ...atCap('caps-data', 'caps-data-one-more', many.manyData, moduleCaps.data),
  ...atCap('caps-elements', 'caps-elements-one-more', many.manyElements, moduleCaps.elements),
  ...atCap('caps-name-of-custom-section', 'caps-name-of-custom-section-one-more', withNameOfCustom, moduleCaps.name),
  accepted('runtime/caps-name-of-import', proves, running(withImport(moduleCaps.name)), ended('linker')),
  beyond('runtime/caps-name-of-import')(
    'runtime/caps-name-of-import-one-more',
    put(['module'], withImport(moduleCaps.name + 1)),
  ),
  accepted('runtime/caps-parameters-and-locals', proves, running(withParametersAnd(moduleCaps.locals - 10)), ended(42)),
  beyond('runtime/caps-parameters-and-locals')(
    'runtime/caps-parameters-and-locals-too-many',
    put(['module'], withParametersAnd(localsOfEngines - 9)),
  ),
  accepted('runtime/caps-locals', proves, running(withLocals(moduleCaps.locals)), ended(42)),
  beyond('runtime/caps-locals')('runtime/caps-locals-too-many', put(['module'], withLocals(localsOfEngines + 1))),
  accepted('runtime/caps-functions-ten-thousand', proves, () => running(many.manyFunctions(10_000))(), ended(42)),
  accepted('runtime/caps-exports-ten-thousand', proves, () => running(many.manyExports(10_000))(), ended(42)),
  ...large.map(([id, make, cap]) => far(`runtime/caps-${id}-one-more`, () => put(['module'], make(cap + 1)))),
  accepted('runtime/caps-nested-thousand', proves, running(many.nestedBlocks(1000)), ended(42)),
  observed('runtime/bulk-nesting', bulk, 'accepted', running(many.nestedBlocks(moduleCaps.nesting + 1))),
  observed('runtime/bulk-locals', bulk, 'accepted', running(withLocals(localsOfEngines))),
  observed('runtime/bulk-text', bulk, 'accepted', () =>
    running('(func (export "run") (result i32) (i32.const 42))'.padEnd(moduleCaps.text + 1))(),
  ),
];
