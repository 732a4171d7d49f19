import { mkdirSync } from 'node:fs';
import { i32, i32Const, unreachable } from '#fixtures/wasm/operators.ts';
import { wasmModule } from '#fixtures/wasm/wasm-module.ts';
import type { Json } from '#spec/json/value.ts';
import { encodeJson } from '#spec/json/write.ts';
import type { SkillSandbox } from './skills.ts';

/** Gives a number of its own from each export, and does not end well from another. */
export const answering = wasmModule({
  functions: [
    ...[42, 43, 44].map((code) => ({ params: [], results: [i32], body: i32Const(code), export: `give${code}` })),
    { params: [], results: [i32], body: i32Const(1), export: 'run' },
    { params: [], results: [i32], body: unreachable, export: 'trap' },
  ],
});

/** Binds plugins of the echo skill, each to an export. */
export function bindPlugins(sandbox: SkillSandbox, plugins: Readonly<Record<string, string>>): void {
  const entries = Object.entries(plugins).map(
    ([name, entrypoint]): Json =>
      new Map<string, Json>([
        ['plugin_id', `acme.${name}`],
        ['enabled', true],
        ['skill_id', 'acme.echo_skill'],
        ['entrypoint', entrypoint],
        ['created_at_unix_ms', 1n],
        ['updated_at_unix_ms', 1n],
      ]),
  );
  const document = new Map<string, Json>([
    ['schema_version', 2n],
    ['updated_at_unix_ms', 1n],
    ['entries', entries],
  ]);
  mkdirSync(sandbox.path('state/plugins'), { recursive: true });
  sandbox.write('state/plugins/bindings.json', encodeJson(document));
}
