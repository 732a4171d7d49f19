import type { Case } from '../../case.ts';
import { accepted } from '../../rows.ts';
import { whole } from './expected.ts';
import { audited, auditing, both, having, lines, of, skill } from './given.ts';
import { exporting, importing, sizeOf, stamped } from './modules.ts';

const proves = ['AUD-CHECKS', 'AUD-MODULES', 'AUD-PASSED', 'AUD-STATUS'] as const;

const all = `[capabilities]
http_egress_allowlist = ["a.example.com"]
device_capabilities = ["camera"]

[capabilities.wildcard_opt_in]
node = true`;

const truncated = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1]);

/** Several things at once, each of which is told, and none of which hides another. */
export const togetherCases: readonly Case[] = [
  audited(
    'two-bad-modules-and-a-device',
    proves,
    of(
      both(
        lines('[capabilities]\ndevice_capabilities = ["camera"]'),
        having(() => [
          ['b.wasm', 'no module'],
          ['a.wasm', truncated],
        ]),
      ),
    ),
    () => ({
      devices: ['camera'],
      modules: [
        { path: 'modules/a.wasm', size: 5, is: 'no module' },
        { path: 'modules/b.wasm', size: 9, is: 'no module' },
      ],
    }),
  ),
  audited(
    'all-that-can-fail',
    proves,
    auditing((world) => ({
      artifact: skill(
        world,
        both(
          lines(all),
          having(() => [
            ['a.wasm', stamped(world, exporting(3))],
            ['b.wasm', 'x'],
            [
              'c.wasm',
              stamped(world, { ...exporting(4), rest: [[0, 200, 1, ...Array.from({ length: 200 }, () => 0)]] }),
            ],
            ['d.wasm', stamped(world)],
          ]),
        ),
      ),
      policy: { json: { max_exported_functions: 2n, max_module_bytes: 150n } },
      vulnerabilityFeed: 'feed',
    })),
    (world) => ({
      hosts: ['a.example.com'],
      devices: ['camera'],
      wildcards: ['node'],
      feed: 'feed',
      policy: { max_exported_functions: 2n, max_module_bytes: 150n },
      modules: [
        { path: 'modules/a.wasm', size: stamped(world, exporting(3)).length, exports: 3 },
        { path: 'modules/b.wasm', size: 1, is: 'no module' },
        {
          path: 'modules/c.wasm',
          size: stamped(world, { ...exporting(4), rest: [[0, 200, 1, ...Array.from({ length: 200 }, () => 0)]] })
            .length,
          is: 'too large',
        },
        { path: 'modules/d.wasm', size: sizeOf(world) },
      ],
    }),
  ),
  accepted(
    'audit/too-many-exports-and-files',
    [...proves, 'AUD-EXPORTS', 'AUD-FILESYSTEM'],
    auditing((world) => ({
      artifact: skill(
        world,
        having(() => [['main.wasm', stamped(world, reaching())]]),
      ),
      policy: { json: { max_exported_functions: 1n } },
    })),
    {
      value: (world) => ({
        passed: false,
        shouldQuarantine: true,
        checks: whole(world, {
          policy: { max_exported_functions: 1n },
          modules: [
            { path: 'modules/main.wasm', size: stamped(world, reaching()).length, exports: 2, reachesFiles: true },
          ],
        }),
      }),
    },
  ),
];

function reaching() {
  return { ...exporting(0), imports: [importing('wasi:filesystem/types', 'stat')], exports: twice() };
}

function twice() {
  return ['a', 'b'].map((name) => [1, name.charCodeAt(0), 0, 1]);
}
