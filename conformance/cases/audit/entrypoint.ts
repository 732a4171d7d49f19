import { text } from '#fixtures/wasm/encoding.ts';
import { i32 } from '#fixtures/wasm/operators.ts';
import type { ModuleParts } from '#fixtures/wasm/wasm-module.ts';
import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { accepted } from '../../rows.ts';
import { record } from './expected.ts';
import { verdict } from './further-rows.ts';
import { both, having, lines, of, type Proves } from './given.ts';
import { giving, hostImport, stamped } from './modules.ts';

const proves: Proves = ['AUD-ENTRYPOINT', 'AUD-PASSED'];
const id = 'default_entrypoint_export';

type Modules = { readonly [path: string]: ModuleParts | string };

/** An artifact whose plugin declares this, and the one record of it. */
function declares(
  name: string,
  plugin: (world: World) => string,
  modules: Modules,
  status: 'pass' | 'fail',
  details: (world: World) => { readonly [key: string]: WireValue },
  more = 0n,
): Case {
  const given = of(
    both(
      (base, world) => lines(`[operator.plugin]\n${plugin(world)}`)(base, world),
      having((world) => Object.entries(modules).map(([path, parts]) => [path, bytes(world, parts)])),
    ),
  );
  const reasons = more + (status === 'fail' ? 1n : 0n);
  return accepted(`audit/entrypoint-${name}`, proves, given, {
    value: (world) => ({
      ...verdict(reasons > 0n ? 'fail' : 'pass'),
      quarantineReasons: reasons,
      further: { [id]: [record(id, status, details(world))] },
    }),
  });
}

function bytes(world: World, parts: ModuleParts | string): Uint8Array | string {
  return typeof parts === 'string' ? parts : stamped(world, parts);
}

function exportsRun(name = 'run'): ModuleParts {
  return { functions: [{ ...giving, export: name }] };
}

const run = () => 'default_entrypoint = "run"';
const details = () => ({ entrypoint: 'run' });
const main = (parts: ModuleParts | string): Modules => ({ 'main.wasm': parts });

const unfit: readonly (readonly [name: string, parts: ModuleParts])[] = [
  ['missing', {}],
  ['of-another-name', exportsRun('run2')],
  ['in-upper-case', exportsRun('RUN')],
  ['with-a-space', exportsRun('run ')],
  ['not-exported', { functions: [giving] }],
  ['with-a-parameter', { functions: [{ ...giving, params: [i32], export: 'run' }] }],
  ['without-a-result', { functions: [{ params: [], results: [], body: [], export: 'run' }] }],
  ['of-two-results', { functions: [{ params: [], results: [i32, i32], body: [0x41, 0, 0x41, 0], export: 'run' }] }],
  ['of-i64', { functions: [{ params: [], results: [0x7e], body: [0x42, 0], export: 'run' }] }],
  ['of-f32', { functions: [{ params: [], results: [0x7d], body: [0x43, 0, 0, 0, 0], export: 'run' }] }],
  ['a-memory', { memories: [{ min: 1, export: 'run' }] }],
  ['a-table', { tables: [{ min: 1, export: 'run' }] }],
  ['a-global', { globals: [{ type: i32, init: [0x41, 0], export: 'run' }] }],
  ['a-handle-of-the-host', { imports: [hostImport('http-handle')], exports: [[text('run'), 0, 0]] }],
];

const fit: readonly (readonly [name: string, parts: ModuleParts])[] = [
  ['there', exportsRun()],
  [
    'behind-others',
    {
      functions: [
        { ...giving, export: 'a' },
        { ...giving, export: 'run' },
      ],
    },
  ],
  ['a-second-name', { functions: [{ ...giving, export: 'a' }], exports: [[text('run'), 0, 0]] }],
  ['a-count-of-the-host', { imports: [hostImport('http-count')], exports: [[text('run'), 0, 0]] }],
  ['that-traps', { functions: [{ params: [], results: [i32], body: [0x00], export: 'run' }] }],
];

const twoModules: Modules = { 'a.wasm': {}, 'b.wasm': exportsRun() };
const at = (path: string) => ({ entrypoint: 'run', module_path: path });
const path = (name: string) => () => `default_module_path = "modules/${name}"\ndefault_entrypoint = "run"`;

function hostDefault(name: string, right: boolean): Case {
  const given = of(
    both(
      lines('[operator.plugin]\ndefault_module_path = "modules/main.wasm"'),
      having((world) => {
        const { defaultEntrypoint } = world.parameters.names;
        return [['main.wasm', stamped(world, exportsRun(right ? defaultEntrypoint : `${defaultEntrypoint}2`))]];
      }),
    ),
  );
  const status = right ? 'pass' : 'fail';
  return accepted(`audit/entrypoint-${name}`, proves, given, {
    value: ({ parameters }) => ({
      ...verdict(status),
      further: {
        [id]: [
          record(id, status, { entrypoint: parameters.names.defaultEntrypoint, module_path: 'modules/main.wasm' }),
        ],
      },
    }),
  });
}

export const entrypointCases: readonly Case[] = [
  ...fit.map(([name, parts]) => declares(name, run, main(parts), 'pass', details)),
  ...unfit.map(([name, parts]) => declares(name, run, main(parts), 'fail', details)),
  declares('trimmed', () => 'default_entrypoint = " run\\t"', main(exportsRun()), 'pass', details),
  declares(
    'of-another-choice',
    () => 'default_entrypoint = "serve-2"',
    main(exportsRun('serve-2')),
    'pass',
    () => ({
      entrypoint: 'serve-2',
    }),
  ),
  hostDefault('of-the-host', true),
  hostDefault('of-the-host-missing', false),
  declares('in-some-module', run, twoModules, 'pass', details),
  declares('in-no-module', run, { 'a.wasm': {}, 'b.wasm': exportsRun('go') }, 'fail', details),
  declares('in-the-declared-module', path('b.wasm'), twoModules, 'pass', () => at('modules/b.wasm')),
  declares('in-another-module', path('a.wasm'), twoModules, 'fail', () => at('modules/a.wasm')),
  declares('in-a-module-that-is-not-there', path('c.wasm'), twoModules, 'fail', () => at('modules/c.wasm')),
  declares(
    'in-a-path-with-a-backslash',
    () => `default_module_path = 'modules/x\\b.wasm'\ndefault_entrypoint = "run"`,
    { 'x/b.wasm': exportsRun() },
    'pass',
    () => at('modules/x/b.wasm'),
  ),
  declares('in-a-text', run, main('(func (export "run") (result i32) i32.const 1)'), 'pass', details),
  declares('in-what-is-no-module', run, main('run'), 'fail', details, 1n),
];
