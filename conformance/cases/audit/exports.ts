import { text } from '#fixtures/wasm/encoding.ts';
import { i32 } from '#fixtures/wasm/operators.ts';
import type { ModuleParts } from '#fixtures/wasm/wasm-module.ts';
import type { Case } from '../../case.ts';
import { audited, auditing, edited, having, mainModule, plain, putModule, skill } from './given.ts';
import { exporting, giving, hostImport, stamped } from './modules.ts';

const proves = ['AUD-EXPORTS', 'AUD-MODULE-RECORDS', 'AUD-PASSED'] as const;

const globals = [{ type: i32, init: [0x41, 0], export: 'g' }];
const memories = [{ min: 1, export: 'm' }];
const tables = [{ min: 1, export: 't' }];

const rows: readonly (readonly [id: string, exports: number, parts: ModuleParts])[] = [
  ['none', 0, exporting(0)],
  ['one', 1, exporting(1)],
  ['128', 128, exporting(128)],
  ['one-function-under-two-names', 2, exporting(2)],
  [
    'two-functions',
    2,
    {
      functions: [
        { ...giving, export: 'a' },
        { ...giving, export: 'b' },
      ],
    },
  ],
  ['a-function-that-nobody-sees', 1, { functions: [{ ...giving, export: 'a' }, giving, giving] }],
  ['other-things', 1, { ...exporting(1), globals, memories, tables }],
  ['nothing-but-other-things', 0, { globals, memories, tables }],
  ['of-the-host', 1, { imports: [hostImport('http-count')], exports: [[text('run'), 0, 0]] }],
  [
    'of-the-host-beside-its-own',
    3,
    {
      imports: [hostImport('http-count')],
      functions: [{ ...giving, export: 'a' }],
      exports: [
        [text('b'), 0, 0],
        [text('c'), 0, 1],
      ],
    },
  ],
  ['imports-that-are-not-exported', 0, { imports: [hostImport('http-count'), hostImport('secret-handle')] }],
  [
    'with-odd-names',
    4,
    { ...exporting(0), exports: ['', ' ', '__proto__', 'constructor'].map((name) => [text(name), 0, 0]) },
  ],
  ['of-other-types', 1, { functions: [{ params: [i32], results: [i32, i32], body: [0x41, 0, 0x41, 0], export: 'f' }] }],
  ['a-start-function', 1, { functions: [{ params: [], results: [], body: [], export: 'f' }], start: 0 }],
];

/** The module of three functions, two names each, in a policy of so many. */
const limited: readonly (readonly [exports: number, max: bigint])[] = [
  [0, 0n],
  [1, 0n],
  [1, 1n],
  [2, 1n],
  [3, 2n],
  [3, 3n],
  [3, 2n ** 64n - 1n],
  [200, 199n],
  [200, 200n],
];

export const exportCases: readonly Case[] = [
  ...rows.map(([id, exports, parts]) =>
    edited(
      `exports-${id}`,
      proves,
      (world) => putModule(stamped(world, parts)),
      (world) => ({ modules: [{ path: mainModule, size: stamped(world, parts).length, exports }] }),
    ),
  ),
  edited(
    'exports-129',
    proves,
    (world) => putModule(stamped(world, exporting(129))),
    (world) => ({ modules: [{ path: mainModule, size: stamped(world, exporting(129)).length, exports: 129 }] }),
    plain,
  ),
  ...limited.map(([exports, max]) =>
    audited(
      `exports-${exports}-of-${max}`,
      proves,
      auditing((world) => ({
        artifact: skill(
          world,
          having(() => [['main.wasm', stamped(world, exporting(exports))]]),
        ),
        policy: { json: { max_exported_functions: max } },
      })),
      (world) => ({
        policy: { max_exported_functions: max },
        modules: [{ path: mainModule, size: stamped(world, exporting(exports)).length, exports }],
      }),
    ),
  ),
  audited(
    'exports-of-each-module',
    [...proves, 'AUD-MODULES'],
    auditing((world) => ({
      artifact: skill(
        world,
        having(() => [
          ['a.wasm', stamped(world, exporting(2))],
          ['b.wasm', stamped(world, exporting(1))],
          ['c.wasm', stamped(world, exporting(3))],
        ]),
      ),
      policy: { json: { max_exported_functions: 1n } },
    })),
    (world) => ({
      policy: { max_exported_functions: 1n },
      modules: [2, 1, 3].map((exports, index) => ({
        path: `modules/${'abc'[index]}.wasm`,
        size: stamped(world, exporting(exports)).length,
        exports,
      })),
    }),
  ),
];
