import { setFlagsFromString } from 'node:v8';
import type { OptionalFeature } from '../failure.ts';
import { wasm } from './web-assembly.ts';

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

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

/** What an engine has finished, and keeps behind a flag; only flags that it knows are set, since it prints the others. */
export function enableFeatures(): void {
  if (!has('extended-const')) setFlagsFromString('--experimental-wasm-extended-const');
  const [major = ''] = process.versions.v8.split('.');
  if (Number(major) <= hintedUpTo) setFlagsFromString('--experimental-wasm-branch-hinting');
}

export function engineFeatures(): ReadonlySet<OptionalFeature> {
  const all: readonly OptionalFeature[] = ['extended-const', 'multi-memory', 'memory64', 'table64'];
  return new Set(all.filter(has));
}

function has(feature: OptionalFeature): boolean {
  return wasm.validate(new Uint8Array([...header, ...probes[feature]]));
}
