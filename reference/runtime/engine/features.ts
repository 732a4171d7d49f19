import { setFlagsFromString } from 'node:v8';
import type { OptionalFeature } from '../failure.ts';
import { wasm } from './web-assembly.ts';

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** The smallest module that needs the feature. */
const probes: readonly (readonly [OptionalFeature, readonly number[]])[] = [
  ['extended-const', [0x06, 0x09, 0x01, 0x7f, 0x00, 0x41, 0x01, 0x41, 0x01, 0x6a, 0x0b]],
  ['multi-memory', [0x05, 0x05, 0x02, 0x00, 0x00, 0x00, 0x00]],
  ['memory64', [0x05, 0x03, 0x01, 0x04, 0x00]],
  ['table64', [0x04, 0x04, 0x01, 0x70, 0x04, 0x00]],
];

/**
 * Both are finished in Node 20 and behind a flag there: constants that are sums, and hints that no check of the fuel is
 * expected to fail. An engine that has them anyway, or knows no such flag, passes over this.
 */
export function enableFeatures(): void {
  setFlagsFromString('--experimental-wasm-extended-const');
  setFlagsFromString('--experimental-wasm-branch-hinting');
}

export function engineFeatures(): ReadonlySet<OptionalFeature> {
  const present = probes.filter(([, bytes]) => wasm.validate(new Uint8Array([...header, ...bytes])));
  return new Set(present.map(([feature]) => feature));
}
