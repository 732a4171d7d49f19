import type { RuntimeFailure } from '#spec/failure/runtime.ts';
import { describeRuntime } from '#spec/failure/runtime.ts';
import type { ExcludedFeature } from '#spec/runtime.ts';
import type { Ending, RunResult } from '../result.ts';
import type { Explanation } from './explanation.ts';

const withoutFeature: Readonly<Record<ExcludedFeature, string>> = {
  component: 'A host runs core modules: build one, as for wasm32-unknown-unknown, and make no component of it.',
  'custom-page-sizes': 'Leave pages at 64 KiB.',
  exceptions: 'Build without them: `panic = "abort"` for Rust, `-fno-exceptions` for C++.',
  externref: 'Build without references to the host: `-mno-reference-types` for clang.',
  'function-references': 'Build without typed references to functions; a table of plain ones may stay.',
  gc: 'The language needs a collector of the engine, which no host has; it may have another backend.',
  'relaxed-simd': 'Build without it: `-mno-relaxed-simd`. Plain SIMD may stay.',
  'stack-switching': 'The language needs continuations of the engine, which no host has; it may have another backend.',
  threads: 'Build without threads and atomics: no `-pthread`, no `+atomics`.',
  'unknown-opcode': 'Build for fewer features, such as the target `generic` or `mvp`.',
  'unknown-section': 'Build for fewer features, such as the target `generic` or `mvp`.',
  'wide-arithmetic': 'Build without it: `-mno-wide-arithmetic`. Plain `i64` may stay.',
};

export function explainRefusal(
  { failure, engineSays }: Extract<Ending, { readonly kind: 'refused' }>,
  { plan, profiled }: RunResult,
): Explanation {
  return {
    what: describeRuntime(failure),
    details: engineSays === undefined ? [] : [`The engine says: ${engineSays}.`],
    next: [...(profiled ? withoutProfile(failure) : []), ...nextAfter(failure, looksLikeText(plan.job.module))],
  };
}

/** A profile adds to every function, and may be one too much for the engine. */
function withoutProfile({ code }: RuntimeFailure): readonly string[] {
  if (code !== 'runtime.too-large' && code !== 'runtime.engine-refused') return [];
  return ['`--profile` makes a module larger: without it this one may be taken.'];
}

function looksLikeText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 512).some((byte) => byte < 9);
}

function nextAfter(failure: RuntimeFailure, isText: boolean): readonly string[] {
  switch (failure.code) {
    case 'runtime.malformed':
      return ['The file is damaged or was made by hand: build it again.'];
    case 'runtime.malformed-text':
      return isText
        ? ['Correct the text there; `wasm-tools parse` shows the line.']
        : ['It is no WebAssembly at all: look whether this is the file that the build makes.'];
    case 'runtime.invalid':
      return ['What makes it writes wrong code: update the compiler, or correct what was written by hand.'];
    case 'runtime.excluded-feature':
      return [withoutFeature[failure.feature]];
    case 'runtime.missing-feature':
      return [
        `A newer Node.js may have it; this one is ${process.version}.`,
        'Hosts of other engines may run it already.',
      ];
    case 'runtime.too-large':
      return ['Build for size, and strip what debuggers alone read.'];
    case 'runtime.engine-refused':
      return ['Build for size: an engine has limits of its own, and metering makes functions larger.'];
    default:
      return failure satisfies never;
  }
}
