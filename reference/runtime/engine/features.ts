import { setFlagsFromString } from 'node:v8';
import type { OptionalFeature } from '#spec/runtime.ts';
import { moduleHeader } from '../rewrite/sections.ts';
import { wasm } from './web-assembly.ts';

/**
 * A module that needs the feature, as small as it can be. An engine may have 64-bit memories but no offset of more than
 * 32 bits, or no copy between them and others; that is not having them.
 */
const probes: Readonly<Record<OptionalFeature, readonly number[]>> = {
  'extended-const': [0x06, 0x09, 0x01, 0x7f, 0x00, 0x41, 0x01, 0x41, 0x01, 0x6a, 0x0b],
  'multi-memory': [0x05, 0x05, 0x02, 0x00, 0x00, 0x00, 0x00],
  memory64: [
    ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00],
    ...[0x05, 0x05, 0x02, 0x04, 0x00, 0x00, 0x00],
    ...[0x0a, 0x18, 0x01, 0x16, 0x00, 0x42, 0x00, 0x28, 0x00, 0x80, 0x80, 0x80, 0x80, 0x10, 0x1a],
    ...[0x42, 0x00, 0x41, 0x00, 0x41, 0x00, 0xfc, 0x0a, 0x00, 0x01, 0x0b],
  ],
  table64: [0x04, 0x04, 0x01, 0x70, 0x04, 0x00],
};

/** The version of V8 up to which a compiler needs to be told that no check of the fuel is expected to fail. */
const hintedUpTo = 13;

/**
 * What an engine has finished, and keeps behind a flag; only flags that it knows are set, since it prints the others. They
 * are those of the whole process, so they are set by whoever makes an engine. Constant expressions with arithmetic are
 * behind one in the oldest version of Node.js that is supported, and in no later one.
 */
export function enableFeatures(): void {
  if (!has('extended-const')) setFlagsFromString('--experimental-wasm-extended-const');
  const [major = ''] = process.versions.v8.split('.');
  if (Number(major) <= hintedUpTo) setFlagsFromString('--experimental-wasm-branch-hinting');
}

/** What an engine has once `enableFeatures` was called; whoever only asks leaves the flags of the process alone. */
export function engineFeatures(): ReadonlySet<OptionalFeature> {
  const probed: readonly OptionalFeature[] = ['multi-memory', 'memory64', 'table64'];
  return new Set(['extended-const', ...probed.filter(has)]);
}

function has(feature: OptionalFeature): boolean {
  return wasm.validate(new Uint8Array([...moduleHeader, ...probes[feature]]));
}
