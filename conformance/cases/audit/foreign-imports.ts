import { text } from '#fixtures/wasm/encoding.ts';
import { i32 } from '#fixtures/wasm/operators.ts';
import type { ImportPart } from '#fixtures/wasm/wasm-module.ts';
import { capabilityModule } from '#spec/constants.ts';
import type { Case } from '../../case.ts';
import { rowsOf } from './further-rows.ts';
import { hostImport, hostNames, importing, importKinds } from './modules.ts';

const imports = rowsOf('wasm_foreign_imports', 'AUD-FOREIGN-IMPORTS');
const none = { foreign_imports: 0n };
const one = { foreign_imports: 1n };

function typed(name: string, params: readonly number[], results: readonly number[]): ImportPart {
  return { module: capabilityModule, name, what: { params, results } };
}

const i64 = 0x7e;
const mistyped: readonly (readonly [id: string, part: ImportPart])[] = [
  ['a-count-with-a-parameter', typed('http-count', [i32], [i32])],
  ['a-count-without-a-result', typed('http-count', [], [])],
  ['a-count-of-i64', typed('secret-count', [], [i64])],
  ['a-count-of-two-results', typed('storage-count', [], [i32, i32])],
  ['a-handle-without-a-parameter', typed('http-handle', [], [i32])],
  ['a-handle-with-two-parameters', typed('channel-handle', [i32, i32], [i32])],
  ['a-handle-of-i64', typed('secret-handle', [i64], [i32])],
  ['a-handle-without-a-result', typed('storage-handle', [i32], [])],
  ['a-handle-that-gives-i64', typed('storage-handle', [i32], [i64])],
];

const misnamed: readonly (readonly [id: string, module: string, name: string])[] = [
  ['an-underscore', capabilityModule, 'http_count'],
  ['upper-case', capabilityModule, 'HTTP-COUNT'],
  ['a-space', capabilityModule, 'http-count '],
  ['the-documented-name', capabilityModule, 'host_capability_http_count'],
  ['no-name', capabilityModule, ''],
  ['an-inherited-name', capabilityModule, 'constructor'],
  ['no-version', 'palyra:plugins/host-capabilities', 'http-count'],
  ['another-version', 'palyra:plugins/host-capabilities@0.2.0', 'http-count'],
  ['the-singular', 'palyra:plugin/host-capabilities@0.1.0', 'http-count'],
  ['another-interface', 'palyra:plugins/runtime@0.1.0', 'run'],
  ['a-package-in-upper-case', 'PALYRA:plugins/host-capabilities@0.1.0', 'http-count'],
  ['a-space-before', ` ${capabilityModule}`, 'http-count'],
  ['preview-1', 'wasi_snapshot_preview1', 'fd_write'],
  ['the-environment', 'env', 'abort'],
  ['nobody', '', ''],
];

const rightType = { params: [], results: [i32] };

export const importCases: readonly Case[] = [
  imports('imports-nothing', 'pass', none, {}),
  ...hostNames.map((name) => imports(`imports-${name}`, 'pass', none, { imports: [hostImport(name)] })),
  imports('imports-all-of-the-host-twice', 'pass', none, { imports: [...hostNames, ...hostNames].map(hostImport) }),
  ...mistyped.map(([id, part]) => imports(`imports-${id}`, 'fail', one, { imports: [part] })),
  ...misnamed.map(([id, module, name]) =>
    imports(`imports-with-${id}`, 'fail', one, { imports: [{ module, name, what: rightType }] }),
  ),
  ...importKinds.map((kind) =>
    imports(`imports-a-foreign-${kind}`, 'fail', one, { imports: [importing('env', 'it', kind)] }),
  ),
  ...importKinds
    .filter((kind) => kind !== 'function')
    .map((kind) =>
      imports(`imports-a-host-function-as-a-${kind}`, 'fail', one, {
        imports: [importing(capabilityModule, 'http-count', kind)],
      }),
    ),
  imports('imports-one-foreign-among-many', 'fail', one, {
    imports: [...hostNames.map(hostImport), importing('env', 'x'), ...hostNames.map(hostImport)],
  }),
  imports(
    'imports-three-foreign',
    'fail',
    { foreign_imports: 3n },
    {
      imports: [importing('env', 'x'), hostImport('http-count'), importing('env', 'x'), importing('a', 'b', 'memory')],
    },
  ),
  imports('exports-a-host-function-again', 'pass', none, {
    imports: [hostImport('http-count')],
    exports: [[text('run'), 0, 0]],
  }),
];
