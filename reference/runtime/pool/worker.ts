import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from '../engine/engine.ts';
import { ModuleCache } from '../engine/module-cache.ts';
import { type PreparedModule, prepareModule } from '../engine/prepare.ts';
import type { RuntimeResult } from '../failure.ts';
import { toBinary } from '../text/to-binary.ts';
import { atRest, Progress } from './progress.ts';
import type { Answer, Order } from './protocol.ts';

const cachedBytes = 64 * 1024 * 1024;

const engine = new Engine();
const modules = new ModuleCache(cachedBytes);
const progress = new Progress(workerData);
const waiting: Order[] = [];
let working = false;

// What throws here is a bug of ours: it ends the worker, and the pool says so.
parentPort?.on('message', (order: Order) => {
  waiting.push(order);
  if (!working) void work();
});

async function work(): Promise<void> {
  working = true;
  for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
    // A module that is known leaves nothing to wait for.
    const known = modules.get(order.digest);
    parentPort?.postMessage(known === undefined ? await prepareAndRun(order) : run(order, known));
    // The answer may lie unread for as long as it likes.
    progress.enter(atRest);
  }
  working = false;
}

async function prepareAndRun(order: Order): Promise<Answer> {
  if (progress.isWithdrawn(order.number)) return { kind: 'withdrawn' };
  if (order.bytes === undefined) return { kind: 'unknown-module' };
  progress.enter({ order: order.number, running: false });
  const prepared = await prepare(order.bytes);
  if (!prepared.ok) return { kind: 'refused', failure: prepared.failure };
  modules.set(order.digest, prepared.value, order.bytes.length);
  return run(order, prepared.value);
}

async function prepare(bytes: Uint8Array<ArrayBuffer>): Promise<RuntimeResult<PreparedModule>> {
  const binary = await toBinary(bytes);
  return binary.ok ? prepareModule(binary.value, engine.features) : binary;
}

function run({ number, entrypoint, limits, grants, timeoutMilliseconds }: Order, module: PreparedModule): Answer {
  if (progress.isWithdrawn(number)) return { kind: 'withdrawn' };
  progress.enter({ order: number, running: true });
  // For a run that nobody wants any longer it is later than any deadline.
  const now = () => (progress.isWithdrawn(number) ? Number.POSITIVE_INFINITY : performance.now());
  const timeout = { milliseconds: timeoutMilliseconds, now };
  return { kind: 'ran', report: engine.run({ module, entrypoint, limits, grants, timeout }) };
}
