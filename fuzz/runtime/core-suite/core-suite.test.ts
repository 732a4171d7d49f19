import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OptionalFeature } from '#spec/runtime.ts';
import { engine } from '../guest.ts';
import { Tally } from './groups.ts';
import { hostModule } from './host-module.ts';
import { play } from './play.ts';
import { readScript } from './script.ts';

const vectors = process.env['PALYRA_VECTORS'] ?? join(import.meta.dirname, '../../../../shared/vectors');
const folder = join(vectors, 'wasm-spec');

/** What does not come out as the suite has it, on engines that have the feature; on others everything does. */
const known: readonly { readonly what: string; readonly needs: OptionalFeature }[] = [
  // The engine takes no memory that may grow as far as 64 bits can say.
  { what: 'memory64.wast: definition: it is refused as runtime.invalid', needs: 'memory64' },
  { what: 'memory64.wast: module: it is refused as runtime.invalid', needs: 'memory64' },
  // An engine that has wide tables looks at once whether it could ever make a table of the size that it begins with.
  { what: 'table.wast: definition: it is refused as runtime.invalid', needs: 'table64' },
  { what: 'table64.wast: definition: it is refused as runtime.invalid', needs: 'table64' },
];

/** Every command of the suite. What needs an optional feature is carried out where the engine has it. */
const counts = {
  assert_exception: {
    'excluded: exceptions': 18,
  },
  assert_exhaustion: {
    profile: 15,
  },
  assert_invalid: {
    'excluded: exceptions': 16,
    'excluded: externref': 54,
    'excluded: function-references': 59,
    'excluded: gc': 88,
    memory64: 278,
    'multi-memory': 7,
    'runtime.invalid': 2193,
    'runtime.malformed': 14,
    table64: 3,
  },
  assert_malformed: {
    'excluded: custom-page-sizes': 7,
    'excluded: exceptions': 3,
    'excluded: gc': 1,
    'excluded: unknown-opcode': 2,
    'excluded: unknown-section': 11,
    'runtime.invalid': 2,
    'runtime.malformed': 686,
    'runtime.malformed-text': 1226,
    'runtime.too-large': 2,
  },
  assert_return: {
    'excluded: exceptions': 64,
    'excluded: externref': 605,
    'excluded: function-references': 105,
    'excluded: gc': 458,
    'excluded: relaxed-simd': 69,
    'extended-const': 4,
    memory64: 1167,
    'multi-memory': 477,
    profile: 49646,
    table64: 41,
  },
  assert_trap: {
    'excluded: exceptions': 2,
    'excluded: externref': 52,
    'excluded: function-references': 23,
    'excluded: gc': 128,
    'extended-const': 4,
    memory64: 241,
    'multi-memory': 237,
    profile: 4172,
    table64: 64,
  },
  assert_trap_module: {
    'multi-memory': 18,
    profile: 36,
  },
  assert_unlinkable: {
    'excluded: exceptions': 45,
    'excluded: externref': 6,
    'excluded: function-references': 31,
    'excluded: gc': 11,
    memory64: 22,
    'multi-memory': 19,
    profile: 58,
    table64: 8,
  },
  definition: {
    'excluded: exceptions': 2,
    memory64: 1,
    profile: 2,
    table64: 1,
  },
  invoke: {
    'excluded: externref': 4,
    'excluded: function-references': 1,
    'excluded: gc': 19,
    memory64: 79,
    'multi-memory': 47,
    profile: 196,
    table64: 11,
  },
  module: {
    'excluded: exceptions': 29,
    'excluded: externref': 20,
    'excluded: function-references': 61,
    'excluded: gc': 127,
    'excluded: relaxed-simd': 8,
    'extended-const': 8,
    memory64: 138,
    'multi-memory': 63,
    profile: 1733,
    table64: 58,
  },
};

test.skipIf(!existsSync(folder))(
  'metered modules give the values and the traps of the core test suite, and what is outside of the profile is refused',
  async () => {
    const newHost = await hostModule();
    const tally = new Tally();
    const failures: string[] = [];
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.wast'))) {
      const fail = (what: string) => failures.push(`${file}: ${what}`);
      await play(readScript(readFileSync(join(folder, file))), { host: newHost(), tally, fail });
    }
    const expected = known.filter(({ needs }) => engine.features.has(needs));
    expect(failures).toEqual(expected.map(({ what }) => what));
    expect(tally.counts()).toEqual(counts);
  },
);
