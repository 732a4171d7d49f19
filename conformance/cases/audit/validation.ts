import { type Code, list, sized, text, unsigned } from '#fixtures/wasm/encoding.ts';
import { externref, i32 } from '#fixtures/wasm/operators.ts';
import { wasmModule } from '#fixtures/wasm/wasm-module.ts';
import { bytesOf, type Content } from '#fixtures/zip/content.ts';
import type { Feature } from '#spec/features.ts';
import type { Case } from '../../case.ts';
import { observed } from '../../rows.ts';
import { audited, edited, having, mainModule, of, putModule } from './given.ts';
import { bigSection, custom, giving, sections, sizeOf, stamped, typeSection } from './modules.ts';

const proves = ['AUD-VALIDATION', 'AUD-MODULE-RECORDS', 'AUD-PASSED'] as const;

/** A function that takes and gives nothing, with this body. */
function body(...code: Code): Uint8Array {
  return wasmModule({ functions: [{ params: [], results: [], body: code }] });
}

function type(...code: Code): Uint8Array {
  return sections([1, sized(list([code]))]);
}

const zero: Code = [0x41, 0];
const vector: Code = [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)];
const memory: Code = [5, sized([1, 0, 1])];

/** A module with a memory, and a function with this body. */
function withMemory(...code: Code): Uint8Array {
  return sections(typeSection, [3, sized([1, 0])], memory, [10, sized(list([sized([0, code, 0x0b])]))]);
}

const malformed: readonly (readonly [id: string, module: Content])[] = [
  ['empty', ''],
  ['one-byte', '\0'],
  ['magic-alone', '\0asm'],
  ['header-cut-short', Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0])],
  ['version-0', Uint8Array.from([0, 0x61, 0x73, 0x6d, 0, 0, 0, 0])],
  ['version-2', Uint8Array.from([0, 0x61, 0x73, 0x6d, 2, 0, 0, 0])],
  ['a-component', Uint8Array.from([0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0])],
  ['a-section-cut-short', sections([1, 5, 1, 0x60])],
  ['a-byte-behind', sections([0])],
  ['an-unknown-section', sections([14, 1, 0], custom('x'))],
  ['sections-out-of-order', sections([3, 1, 0], [1, 1, 0])],
  ['a-section-twice', sections([1, 1, 0], [1, 1, 0])],
  ['a-function-without-code', sections(typeSection, [3, sized([1, 0])])],
  ['code-without-a-function', sections(typeSection, [10, sized([1, 2, 0, 0x0b])])],
  ['a-function-cut-short', sections(typeSection, [3, sized([1, 0])], [10, sized([1, 2, 0])])],
  ['a-name-not-in-utf8', sections([0, sized([1, 0xff])])],
  ['magic-in-another-case', 'ASM'],
  ['another-program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46])],
];

const invalid: readonly (readonly [id: string, module: Uint8Array])[] = [
  ['a-stack-too-short', body(0x1a)],
  ['a-value-left-over', body(zero)],
  ['a-wrong-type', body(0x42, 0, 0x45, 0x1a)],
  ['an-unknown-local', body(0x20, 0, 0x1a)],
  ['an-unknown-function', body(0x10, 7)],
  ['an-unknown-label', body(0x0c, 2)],
  ['no-memory', body(zero, 0x28, 0, 0, 0x1a)],
  ['an-alignment-too-large', withMemory(zero, 0x28, 3, 0, 0x1a)],
  [
    'an-export-twice',
    sections(typeSection, memory, [
      7,
      sized(
        list([
          [text('m'), 2, 0],
          [text('m'), 2, 0],
        ]),
      ),
    ]),
  ],
  ['an-export-of-nothing', sections([7, sized(list([[text('f'), 0, 0]]))])],
  [
    'a-start-function-with-a-parameter',
    wasmModule({ functions: [{ params: [i32], results: [], body: [] }], start: 0 }),
  ],
  ['a-memory-of-65537-pages', sections([5, sized([1, 0, 0x81, 0x80, 4])])],
  ['a-minimum-above-its-maximum', sections([5, sized([1, 1, 2, 1])])],
  ['an-unknown-type', sections([3, sized([1, 0])], [10, sized([1, 2, 0, 0x0b])])],
  ['what-nothing-calls', wasmModule({ functions: [giving, { params: [], results: [], body: [0x1a] }] })],
  ['code-that-is-never-reached', body(0x00, 0x41, 0, 0x42, 0, 0x6a, 0x1a)],
];

const excluded: readonly (readonly [id: string, module: Uint8Array])[] = [
  ['externref-parameter', type(0x60, list([[externref]]), list([]))],
  ['externref-result', type(0x60, list([]), list([[externref]]))],
  ['externref-local', sections(typeSection, [3, sized([1, 0])], [10, sized(list([sized([1, 1, externref, 0x0b])]))])],
  ['externref-block', body(0x00, 0x02, externref, 0x00, 0x0b, 0x1a)],
  ['externref-null', body(0xd0, externref, 0x1a)],
  ['externref-table', sections([4, sized([1, externref, 0, 0])])],
  ['externref-global', sections([6, sized([1, externref, 0, 0xd0, externref, 0x0b])])],
  ['externref-select', body(0x00, 0x1c, 1, externref, 0x1a)],
  ['tag', sections(typeSection, [13, sized([1, 0, 0])])],
  ['tag-imported', sections(typeSection, [2, sized(list([[text('a'), text('b'), 4, 0, 0]]))])],
  [
    'throw',
    sections(typeSection, [3, sized([1, 0])], [13, sized([1, 0, 0])], [10, sized(list([sized([0, 0x08, 0, 0x0b])]))]),
  ],
  ['old-try', body(0x06, 0x40, 0x19, 0x0b)],
  ['try-table', body(0x1f, 0x40, 0, 0x0b)],
  ['struct', type(0x5f, 0)],
  ['array', type(0x5e, 0x7f, 0)],
  ['recursive-types', sections([1, sized([1, 0x4e, 1, 0x60, 0, 0])])],
  ['typed-reference', type(0x60, list([[0x63, 0x70]]), list([]))],
  ['call-of-reference', body(0x00, 0x14, 0)],
  ['not-null', body(0xd0, 0x70, 0xd4, 0x1a)],
  ['i31', body(zero, 0xfb, 0x1c, 0x1a)],
  ['shared-memory', sections([5, sized([1, 3, 1, 1])])],
  ['atomic-fence', body(0xfe, 3, 0)],
  ['atomic-load', withMemory(zero, 0xfe, 0x10, 2, 0, 0x1a)],
  ['relaxed-simd', body(vector, vector, 0xfd, 0x80, 0x02, 0x1a)],
  ['wide-arithmetic', body(0x42, 0, 0x42, 0, 0x42, 0, 0x42, 0, 0xfc, 0x13, 0x1a, 0x1a)],
  ['page-of-one-byte', sections([5, sized([1, 8, 1, 0])])],
  ['global-of-its-own', sections([6, sized([2, i32, 0, 0x41, 0, 0x0b, i32, 0, 0x23, 0, 0x0b])])],
  ['unknown-operator', body(0x00, 0xff)],
  ['unknown-bulk-operator', body(0x00, 0xfc, 0x3f)],
  ['unknown-vector-operator', body(0x00, 0xfd, 0x9a, 0x01)],
  ['externref-behind-much-code', body(nops(20_000), 0xd0, externref, 0x1a)],
  ['fence-behind-a-long-constant', body(0x41, 0x80, 0x80, 0x80, 0x80, 0x00, 0x1a, 0xfe, 3, 0)],
  ['fence-in-the-last-of-many-functions', lastOfMany(0xfe, 3, 0)],
];

function nops(count: number): Code {
  return Array.from({ length: count }, () => 0x01);
}

function lastOfMany(...code: Code): Uint8Array {
  const many = Array.from({ length: 300 }, () => ({ params: [], results: [], body: [0x01] }));
  return wasmModule({ functions: [...many, { params: [], results: [], body: code }] });
}

/** What looks like an operator that is excluded, and is the immediate of one that is not. */
const included: readonly (readonly [id: string, module: Uint8Array])[] = [
  ['excluded-bytes-in-a-constant', body(0x41, 0x7e, 0x1a, 0x41, 0xfe, 0x03, 0x1a, 0x42, 0xfb, 0xfe, 0x06, 0x1a)],
  [
    'excluded-bytes-in-a-float',
    body(0x43, 0xfe, 0xfb, 0x06, 0x08, 0x1a, 0x44, 0xfe, 0xfb, 6, 8, 9, 10, 0x1f, 0xd3, 0x1a),
  ],
  [
    'excluded-bytes-in-a-vector',
    body(
      0xfd,
      0x0c,
      Array.from({ length: 16 }, () => 0xfe),
      0x1a,
    ),
  ],
  ['excluded-bytes-in-an-offset', withMemory(zero, 0x28, 0, 0xfe, 0x06, 0x1a)],
  ['numbers-in-long-form', body(0x41, 0x80, 0x80, 0x80, 0x80, 0x00, 0x1a, 0x41, 0x80, 0x00, 0x1a)],
  ['a-branch-table', body(0x02, 0x40, zero, 0x0e, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x0b)],
  ['tail-call', body(0x12, 0)],
  ['simd', body(vector, vector, 0xfd, 0xae, 0x01, 0x1a)],
  ['bulk-memory', withMemory(zero, zero, zero, 0xfc, 11, 0)],
  ['sign-extension', body(zero, 0xc0, 0xc1, 0x1a)],
  ['saturating-conversion', body(0x43, 0, 0, 0, 0, 0xfc, 0, 0x1a)],
  ['reference-of-a-function', sections([4, sized([1, 0x70, 0, 1])], [9, sized([1, 1, 0, 0])])],
  ['several-results', wasmModule({ functions: [{ params: [], results: [i32, i32], body: [zero, zero] }] })],
  ['several-tables', sections([4, sized([2, 0x70, 0, 0, 0x70, 0, 0])])],
  ['nothing-but-sections-of-its-own', sections(custom('name', [0xff, 0xff]), custom(''), custom('a'))],
  ['a-trapping-body', body(0x00)],
  ['an-endless-loop', body(0x03, 0x40, 0x0c, 0, 0x0b)],
  ['a-data-segment-beyond-its-memory', sections(memory, [11, sized([1, 0, 0x41, 0x80, 0x80, 0xc0, 0, 0x0b, 1, 0])])],
];

const optional: readonly (readonly [id: string, feature: Feature, module: Uint8Array])[] = [
  ['two-memories', 'wasm:multi-memory', sections([5, sized([2, 0, 0, 0, 0])])],
  ['memory-of-64-bits', 'wasm:memory64', sections([5, sized([1, 4, 0])])],
  ['table-of-64-bits', 'wasm:table64', sections([4, sized([1, 0x70, 4, 0])])],
  ['sum-as-a-constant', 'wasm:extended-const', sections([6, sized([1, i32, 0, 0x41, 1, 0x41, 1, 0x6a, 0x0b])])],
];

export const validationCases: readonly Case[] = [
  ...[...malformed, ...invalid, ...excluded].map(([id, module]) =>
    edited(`no-module-${id}`, proves, putModule(module), () => ({
      modules: [{ path: mainModule, size: bytesOf(module).length, is: 'no module' }],
    })),
  ),
  ...included.map(([id, module]) =>
    edited(`module-with-${id}`, proves, putModule(module), () => ({
      modules: [{ path: mainModule, size: module.length }],
    })),
  ),
  ...optional.flatMap(([id, feature, module]) => {
    const one = edited(`module-with-${id}`, proves, putModule(module), () => ({
      modules: [{ path: mainModule, size: module.length }],
    }));
    const given = of(having(() => [['main.wasm', module]]));
    return [
      { ...one, needs: [feature] },
      observed(`audit/module-with-${id}-anywhere`, ['AUD-ENGINE'], 'accepted', given),
    ];
  }),
  audited(
    'no-module-between-two',
    [...proves, 'AUD-MODULES'],
    of(
      having((world) => [
        ['a.wasm', stamped(world)],
        ['b.wasm', Uint8Array.from([0, 0x61, 0x73, 0x6d])],
        ['c.wasm', stamped(world)],
      ]),
    ),
    (world) => ({
      modules: [
        { path: 'modules/a.wasm', size: sizeOf(world) },
        { path: 'modules/b.wasm', size: 4, is: 'no module' },
        { path: 'modules/c.wasm', size: sizeOf(world) },
      ],
    }),
  ),
  observed('audit/very-many-types', ['AUD-BULK'], 'accepted', of(having(() => [['main.wasm', manyTypes()]]))),
];

/** Each of eight parameters, of four types. */
function manyTypes(): Uint8Array {
  const values = [0x7f, 0x7e, 0x7d, 0x7c];
  const one = (index: number) => [
    0x60,
    8,
    ...Array.from({ length: 8 }, (_, at) => values[(index >> (2 * at)) & 3] ?? 0),
    0,
  ];
  const count = 10_001;
  const types = Array.from({ length: count }, (_, index) => one(index));
  return sections(bigSection(1, unsigned(count), Uint8Array.from(types.flat())));
}
