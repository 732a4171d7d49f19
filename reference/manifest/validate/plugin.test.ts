import { expect, test } from 'vitest';
import { extended, replaced, verdictOn } from '../samples.ts';

const accepted = 'accepted';

function plugin(lines: string): string {
  return verdictOn(extended(`[operator.plugin]\n${lines}`));
}

test.each([
  ['acme.say', accepted],
  [' acme.say ', accepted],
  ['acme.other', 'manifest.unknown-default-tool'],
  ['say', 'manifest.unknown-default-tool'],
  ['ACME.say', 'manifest.bad-identifier'],
  ['', 'manifest.bad-identifier'],
])('default tool %j: %s (MAN-DEFAULT-TOOL)', (id, verdict) => {
  expect(plugin(`default_tool_id = "${id}"`)).toBe(verdict);
});

test('a tool whose id has white space around it cannot be the default (MAN-DEFAULT-TOOL)', () => {
  const spaced = `${replaced('"acme.say"', '"acme.say "')}\n[operator.plugin]\ndefault_tool_id = "acme.say "\n`;
  expect(verdictOn(spaced)).toBe('manifest.unknown-default-tool');
});

test.each(['modules/a.wasm', 'modules/.wasm', 'modules/ .wasm', 'modules/a/b.wasm', 'modules/a\\\\b.wasm'])(
  'default module %j is accepted (MAN-DEFAULT-MODULE)',
  (path) => {
    expect(plugin(`default_module_path = "${path}"`)).toBe(accepted);
  },
);

test.each([
  ['modules/a..b.wasm', 'manifest.bad-default-module'],
  ['modules\\\\a.wasm', 'manifest.bad-default-module'],
  [' modules/a.wasm', 'manifest.bad-default-module'],
  ['modules/a.wasm ', 'manifest.bad-default-module'],
  ['modules/a.WASM', 'manifest.bad-default-module'],
  ['modules/a\\u0000.wasm', 'manifest.bad-default-module'],
  ['a.wasm', 'manifest.bad-default-module'],
  ['', 'manifest.bad-default-module'],
  ['modules//a.wasm', 'artifact.invalid-path'],
  ['modules/./a.wasm', 'artifact.invalid-path'],
  ['modules/a:b.wasm', 'artifact.invalid-path'],
])('default module %j: %s (MAN-DEFAULT-MODULE)', (path, verdict) => {
  expect(plugin(`default_module_path = "${path}"`)).toBe(verdict);
});

test.each(['run', ' run ', 'a-b_c', '0'])('entrypoint %j is accepted (MAN-DEFAULT-ENTRYPOINT)', (name) => {
  expect(plugin(`default_entrypoint = "${name}"`)).toBe(accepted);
});

test.each(['Run', 'a.b', '', ' ', 'a b', 'a:b'])('entrypoint %j is refused (MAN-DEFAULT-ENTRYPOINT)', (name) => {
  expect(plugin(`default_entrypoint = "${name}"`)).toBe('manifest.bad-entrypoint');
});

test('version 1 of a contract is the only one, and the default (MAN-CONTRACT-VERSION)', () => {
  expect(plugin('contracts = [{ kind = "memory_provider" }]')).toBe(accepted);
  expect(plugin('contracts = [{ kind = "memory_provider", version = 1 }]')).toBe(accepted);
  for (const version of [0, 2, 4294967295]) {
    const contract = `{ kind = "memory_provider", version = ${version} }`;
    expect(plugin(`contracts = [${contract}]`)).toBe('manifest.unsupported-contract');
  }
});

test('a kind of contract is declared once (MAN-CONTRACT-UNIQUE)', () => {
  const contracts = (...kinds: string[]) => plugin(`contracts = [${kinds.map((kind) => `["${kind}"]`).join(', ')}]`);
  expect(contracts('memory_provider', 'context_engine')).toBe(accepted);
  expect(contracts('memory_provider', 'context_engine', 'memory_provider')).toBe('manifest.duplicate-contract');
});
