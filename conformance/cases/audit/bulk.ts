import { type Code, list, sized, unsigned } from '#fixtures/wasm/encoding.ts';
import { funcref, i32 } from '#fixtures/wasm/operators.ts';
import type { Case } from '../../case.ts';
import { rowsOf } from './further-rows.ts';
import { bigSection, copies, custom, giving, hostImport, hostNames, sections, typeSection } from './modules.ts';

const starts = rowsOf('wasm_start_function', 'AUD-START');
const quiet = { params: [], results: [], body: [] };
const trapping = { params: [], results: [], body: [0x00] };
const endless = { params: [], results: [], body: [0x03, 0x40, 0x0c, 0, 0x0b] };

const startCases: readonly Case[] = [
  starts('start-none', 'pass', { start_function: false }, { functions: [{ ...quiet, export: '_start' }] }),
  starts('start-named-so', 'pass', { start_function: false }, { functions: [{ ...quiet, export: 'start' }] }),
  starts('start', 'warn', { start_function: true }, { functions: [quiet], start: 0 }),
  starts('start-that-traps', 'warn', { start_function: true }, { functions: [trapping], start: 0 }),
  starts('start-that-never-ends', 'warn', { start_function: true }, { functions: [endless], start: 0 }),
];

const customs = rowsOf('wasm_custom_sections', 'AUD-CUSTOM-SECTIONS');
const customDetails = (count: number, bytes: number) => ({
  custom_sections: BigInt(count),
  max_custom_sections: 1000n,
  custom_section_bytes: BigInt(bytes),
  max_custom_section_bytes: 4_194_304n,
});
const manyCustom = (count: number) => sections(copies([0, 1, 0], count));
const largeCustom = (bytes: number) => sections(bigSection(0, [1, 0x7a], new Uint8Array(bytes - 2)));
const twoLarge = (bytes: number) =>
  sections(
    bigSection(0, [1, 0x61], new Uint8Array(2_000_000 - 2)),
    bigSection(0, [0], new Uint8Array(bytes - 2_000_001)),
  );

const customCases: readonly Case[] = [
  customs('custom-sections-none', 'pass', customDetails(0, 0), sections()),
  customs('custom-section-of-a-name', 'pass', customDetails(1, 5), sections(custom('name'))),
  customs('custom-sections-of-two-kinds', 'pass', customDetails(2, 9), sections(custom('name'), custom('x', [1, 2]))),
  customs(
    'custom-sections-between-others',
    'pass',
    customDetails(3, 6),
    sections(custom('a'), typeSection, custom('b'), [3, sized([0])], custom('c')),
  ),
  customs('custom-sections-at-the-limit', 'pass', customDetails(1000, 1000), manyCustom(1000)),
  customs('custom-sections-beyond-the-limit', 'fail', customDetails(1001, 1001), manyCustom(1001)),
  customs('custom-section-as-large-as-may-be', 'pass', customDetails(1, 4_194_304), largeCustom(4_194_304)),
  customs('custom-section-too-large', 'fail', customDetails(1, 4_194_305), largeCustom(4_194_305)),
  customs('custom-sections-together-too-large', 'fail', customDetails(2, 4_194_305), twoLarge(4_194_305)),
];

const counts = rowsOf('wasm_function_count', 'AUD-FUNCTION-COUNT');
const functionsOf = (count: number, body: Code = [2, 0, 0x0b]) =>
  sections(
    typeSection,
    bigSection(3, unsigned(count), new Uint8Array(count)),
    bigSection(10, unsigned(count), copies(body, count)),
  );
const countDetails = (count: number) => ({ functions: BigInt(count), max_functions: 50_000n });

const countCases: readonly Case[] = [
  counts('functions-none', 'pass', countDetails(0), {}),
  counts('functions-two', 'pass', countDetails(2), { functions: [giving, giving] }),
  counts('functions-of-the-host-do-not-count', 'pass', countDetails(1), {
    imports: hostNames.map(hostImport),
    functions: [giving],
  }),
  counts('functions-at-the-limit', 'pass', countDetails(50_000), functionsOf(50_000)),
  counts('functions-beyond-the-limit', 'fail', countDetails(50_001), functionsOf(50_001)),
];

const sizes = rowsOf('wasm_function_size', 'AUD-FUNCTION-SIZE');
const sizeDetails = (bytes: number) => ({ largest_function_bytes: BigInt(bytes), max_function_bytes: 1_048_576n });
const functionOf = (bytes: number) => {
  const body = Buffer.concat([Uint8Array.from([0]), copies([0x01], bytes - 2), Uint8Array.from([0x0b])]);
  return sections(typeSection, [3, sized([1, 0])], bigSection(10, [1], unsigned(bytes), body));
};

const sizeCases: readonly Case[] = [
  sizes('function-none', 'pass', sizeDetails(0), {}),
  sizes('function-as-small-as-can-be', 'pass', sizeDetails(2), functionsOf(1)),
  sizes('function-the-larger-one-counts', 'pass', sizeDetails(4), {
    functions: [giving, { ...giving, body: [0x41, 1] }, quiet],
  }),
  sizes('function-at-the-limit', 'pass', sizeDetails(1_048_576), functionOf(1_048_576)),
  sizes('function-beyond-the-limit', 'fail', sizeDetails(1_048_577), functionOf(1_048_577)),
];

const locals = rowsOf('wasm_local_count', 'AUD-LOCALS');
const localDetails = (count: number) => ({ locals: BigInt(count), max_locals: 5_000_000n });
const withLocals = (functions: number, each: number) => {
  const body = sized([1, unsigned(each), i32, 0x0b]);
  return functionsOf(functions, body);
};

const localCases: readonly Case[] = [
  locals('locals-none', 'pass', localDetails(0), { functions: [quiet] }),
  locals('locals-and-parameters', 'pass', localDetails(2), {
    functions: [{ params: [i32, i32, i32], results: [], locals: [i32, funcref], body: [] }],
  }),
  locals('locals-of-two-functions', 'pass', localDetails(3), {
    functions: [
      { ...quiet, locals: [i32] },
      { ...quiet, locals: [i32, i32] },
    ],
  }),
  locals('locals-at-the-limit', 'pass', localDetails(5_000_000), withLocals(125, 40_000)),
  locals('locals-beyond-the-limit', 'fail', localDetails(5_040_000), withLocals(126, 40_000)),
  locals(
    'locals-in-two-groups',
    'pass',
    localDetails(70_000),
    functionsOf(
      2,
      sized([
        list([
          [unsigned(30_000), i32],
          [unsigned(5_000), 0x7c],
        ]),
        0x0b,
      ]),
    ),
  ),
];

export const bulkCases: readonly Case[] = [...startCases, ...customCases, ...countCases, ...sizeCases, ...localCases];
