import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rewriteModule } from '#reference/runtime/rewrite/rewrite-module.ts';
import { type Figure, rate } from '../measure.ts';
import { timeOf } from './processor.ts';

const warmUp = 40;
const rounds = 20;

/** The parser of texts is itself a module, as large as any that a plugin brings. What else runs can only make it slower. */
export function rewritingFigure(): Figure {
  const bytes = new Uint8Array(readFileSync(largeModule()));
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < warmUp + rounds; round++) {
    const time = timeOf(() => {
      if (!rewriteModule(bytes).ok) throw new Error('the module is refused');
    });
    if (round >= warmUp) best = Math.min(best, time);
  }
  const megabytes = bytes.length / 1e6;
  return rate(
    `rewrite a module of ${megabytes.toFixed(1)} MB, warm`,
    (megabytes / best) * 1000,
    'MB per second of the processor in the best round',
    80,
  );
}

export function largeModule(): string {
  const library = createRequire(import.meta.url).resolve('@bytecodealliance/jco-transpile/wasm-tools');
  return join(dirname(library), '..', 'vendor', 'wasm-tools.core.wasm');
}
