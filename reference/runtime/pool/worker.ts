import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from '../engine/engine.ts';
import type { Scrutiny } from '../engine/insight.ts';
import { importsToLink } from '../engine/link.ts';
import { type PreparedModule, prepareModule } from '../engine/prepare.ts';
import type { RuntimeResult } from '../result.ts';
import { toBinary } from '../text/to-binary.ts';
import { atRest, Progress } from './progress.ts';
import type { Answer, Order } from './protocol.ts';

const engine = new Engine();
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
    const known = engine.modules.get(order.key);
    parentPort?.postMessage(known === undefined ? await prepareAndRun(order) : run(order, known));
    // The answer may lie unread for as long as it likes.
    progress.enter(atRest);
  }
  working = false;
}

async function prepareAndRun(order: Order): Promise<Answer> {
  if (progress.isWithdrawn(order.number)) return { kind: 'withdrawn' };
  if (order.bytes === undefined) return { kind: 'unknown-module' };
  progress.enter({ order: order.number, phase: 'preparing' });
  const prepared = await prepare(order.bytes, order.scrutiny);
  engine.modules.set(order.key, prepared);
  return run(order, prepared);
}

async function prepare(
  bytes: Uint8Array<ArrayBuffer>,
  scrutiny: Scrutiny | undefined,
): Promise<RuntimeResult<PreparedModule>> {
  const binary = await toBinary(bytes);
  if (!binary.ok) return binary;
  const prepared = prepareModule(binary.value, engine.features, scrutiny);
  if (!prepared.ok) return prepared;
  return { ok: true, value: { ...prepared.value, imports: importsToLink(prepared.value.imports) } };
}

function run(order: Order, prepared: RuntimeResult<PreparedModule>): Answer {
  const { number, entrypoint, limits, handles, timeoutMilliseconds } = order;
  if (progress.isWithdrawn(number)) return { kind: 'withdrawn' };
  if (!prepared.ok) {
    const { failure, engineSays } = prepared;
    return { kind: 'refused', failure, ...(engineSays !== undefined && { engineSays }) };
  }
  progress.enter({ order: number, phase: 'linking' });
  // For a run that nobody wants any longer it is later than any deadline.
  const now = () => (progress.isWithdrawn(number) ? Number.POSITIVE_INFINITY : performance.now());
  const timeout = { milliseconds: timeoutMilliseconds, now };
  const watcher = {
    begins: () => progress.enter({ order: number, phase: 'running' }),
    refilled: (fuelLeft: bigint) => progress.publish(fuelLeft),
  };
  const request = { module: prepared.value, entrypoint, limits, handles, timeout, watcher };
  return { kind: 'ran', report: engine.runWith(request) };
}
