import type { Case } from '../../case.ts';
import { audited, auditing, edited, having, mainModule, of, putModule, skill } from './given.ts';
import { emptyModule, ofLength, sizeOf, stamped } from './modules.ts';

const proves = ['AUD-MODULE-SIZE', 'AUD-MODULE-RECORDS', 'AUD-PASSED'] as const;
const order = ['AUD-MODULES', 'AUD-CHECKS'] as const;

const eight = () => [{ path: mainModule, size: 8 }];
const tooLarge = (size: number) => () => [{ path: mainModule, size, is: 'too large' as const }];
const limit = 8_388_608;

function atMost(max: bigint) {
  return auditing((world) => ({
    artifact: skill(
      world,
      having(() => [['main.wasm', emptyModule]]),
    ),
    policy: { json: { max_module_bytes: max } },
  }));
}

export const moduleSizeCases: readonly Case[] = [
  ...[0n, 1n, 4n, 7n].map((max) =>
    audited(`size-8-of-${max}`, proves, atMost(max), () => ({
      modules: tooLarge(8)(),
      policy: { max_module_bytes: max },
    })),
  ),
  ...[8n, 9n, 2n ** 32n, 2n ** 53n + 1n, 2n ** 64n - 1n].map((max) =>
    audited(`size-8-of-${max}`, proves, atMost(max), () => ({ modules: eight(), policy: { max_module_bytes: max } })),
  ),
  edited('size-at-the-default', proves, putModule(ofLength(limit)), () => ({
    modules: [{ path: mainModule, size: limit }],
  })),
  edited('size-beyond-the-default', proves, putModule(ofLength(limit + 1)), () => ({ modules: tooLarge(limit + 1)() })),
  edited('no-module-and-too-large', proves, putModule({ zeros: limit + 1 }), () => ({
    modules: tooLarge(limit + 1)(),
  })),
  audited(
    'size-of-each-module',
    [...proves, ...order],
    auditing((world) => ({
      artifact: skill(
        world,
        having(() => [
          ['a.wasm', emptyModule],
          ['b.wasm', stamped(world)],
          ['c.wasm', emptyModule],
        ]),
      ),
      policy: { json: { max_module_bytes: 8n } },
    })),
    (world) => ({
      policy: { max_module_bytes: 8n },
      modules: [
        { path: 'modules/a.wasm', size: 8 },
        { path: 'modules/b.wasm', size: sizeOf(world), is: 'too large' },
        { path: 'modules/c.wasm', size: 8 },
      ],
    }),
  ),
  ...ordersOf().map(([id, names]) =>
    audited(`modules-${id}`, order, of(having((world) => names.map((name) => [name, stamped(world)]))), (world) => ({
      modules: sorted(names).map((name) => ({ path: `modules/${name}`, size: sizeOf(world) })),
    })),
  ),
  audited(
    'module-of-another-name-is-none',
    order,
    of((base, world) => ({
      ...base,
      modules: [
        { path: 'main.wasm', bytes: stamped(world) },
        { path: 'main.wasm.txt', bytes: 'no module' },
        { path: 'other.WASM', bytes: 'no module' },
      ],
      assets: [{ path: 'main.wasm', bytes: 'no module' }],
      others: [{ path: 'other/modules/main.wasm', bytes: 'no module' }],
    })),
  ),
];

/** As they are packed; they are told by the bytes of their names. */
function ordersOf(): readonly (readonly [id: string, names: readonly string[]])[] {
  return [
    ['in-order', ['a.wasm', 'b.wasm']],
    ['out-of-order', ['b.wasm', 'a.wasm']],
    ['by-upper-case', ['b.wasm', 'A.wasm', 'C.wasm', 'a.wasm']],
    ['by-number', ['10.wasm', '9.wasm', '2.wasm']],
    ['in-folders', ['b/a.wasm', 'a/b.wasm', 'a.wasm', 'a-b.wasm']],
    ['by-bytes-and-not-by-units', ['\uff5e.wasm', '\u{1f600}.wasm', 'z.wasm']],
    ['whose-names-are-suffixes', ['z.wasm', '.wasm']],
  ];
}

function sorted(names: readonly string[]): readonly string[] {
  return names.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}
