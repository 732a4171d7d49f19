import { readFileSync } from 'node:fs';
import { componentEmbed } from '@bytecodealliance/jco-transpile/wasm-tools';
import { expect, test } from 'vitest';
import { prepareModule } from '#reference/runtime/engine/prepare.ts';
import { capabilityModule, handleBases } from '#spec/constants.ts';

const witSource = readFileSync('spec/wit/palyra-plugin.wit', 'utf8');
const i32 = 0x7f;

test('what the world of a plugin imports are the functions of the host, by their names and types (CON-WIT)', async () => {
  const plugin = Uint8Array.from(await componentEmbed({ witSource, world: 'palyra-plugin', dummy: true }));
  const prepared = prepareModule(plugin, new Set());
  const imports = prepared.ok ? prepared.value.imports.map(({ name, type }) => ({ name, type })) : prepared;
  const expected = Object.keys(handleBases).flatMap((each) => [
    { name: `${each}-count`, type: { params: [], results: [i32] } },
    { name: `${each}-handle`, type: { params: [i32], results: [i32] } },
  ]);
  expect(imports).toEqual(expected);
  expect(Buffer.from(plugin).includes(capabilityModule)).toBe(true);
});
