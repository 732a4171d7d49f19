import { guestModule } from '#fixtures/guests/guests.ts';
import { noGrants } from '#reference/runtime/engine/capabilities.ts';
import { Engine } from '#reference/runtime/engine/engine.ts';
import { runtimeDefaults } from '#spec/constants.ts';
import { peakBytes } from '../peak-memory.ts';
import { expectEnd } from './guest-runs.ts';

/** Runs a guest that writes to all the memory that it may have, as often and as much as the arguments say. */
const [runs = 0, memoryBytes = 0] = process.argv.slice(2).map(Number);
const engine = new Engine();
const prepared = engine.prepare(guestModule('workloads'));
if (!prepared.ok) throw new Error(prepared.failure.code);
const limits = { ...runtimeDefaults, memoryBytes: BigInt(memoryBytes) };
const request = { module: prepared.value, entrypoint: 'fill_all', limits, grants: noGrants };
for (let i = 0; i < runs; i++) expectEnd(engine.run(request), 'finished');
process.stdout.write(String(peakBytes()));
