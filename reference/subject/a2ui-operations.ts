import type { OperationValue } from '#spec/operations.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { applyClientPatch } from '../a2ui/client/apply.ts';
import type { Clock, PatchBudget } from '../a2ui/client/budget.ts';
import { normaliseDocument } from '../a2ui/client/normalise.ts';
import { readClientPatch } from '../a2ui/client/patch.ts';
import { type Rejected, runTick, type Waiting } from '../a2ui/client/queue.ts';
import { normalDocumentToJson } from '../a2ui/client/to-json.ts';
import { renderDocument } from '../a2ui/render/render.ts';
import { applyPatch } from '../a2ui/server/apply.ts';
import { parseDocument } from '../a2ui/server/document.ts';
import { parsePatch } from '../a2ui/server/patch.ts';
import type { InputReader } from './read-input.ts';

export function validateDocument(input: InputReader): Result<OperationValue<'a2ui.validate'>> {
  const document = parseDocument(input.bytes('document'));
  return document.ok ? ok({ document: document.value }) : document;
}

export function patchState(input: InputReader): Result<OperationValue<'a2ui.patch'>> {
  const patch = parsePatch(input.bytes('patch'));
  if (!patch.ok) return patch;
  const state = applyPatch(input.json('state'), patch.value);
  return state.ok ? ok({ state: state.value }) : state;
}

export function normalise(input: InputReader): Result<OperationValue<'a2ui.normalize'>> {
  const document = normaliseDocument(input.json('document'));
  return document.ok ? ok({ document: normalDocumentToJson(document.value) }) : document;
}

export function patchAsClient(input: InputReader): Result<OperationValue<'a2ui.client-patch'>> {
  const budget = budgetOf(input.fields('budget'));
  const patch = readClientPatch(input.json('patch'), budget);
  if (!patch.ok) return patch;
  const state = applyClientPatch(input.json('state'), patch.value, budget, clockOf(input.integers('clock')));
  return state.ok ? ok({ state: state.value }) : state;
}

export function workQueue(input: InputReader): Result<OperationValue<'a2ui.queue'>> {
  const budget = budgetOf(input.fields('budget'));
  const document = normaliseDocument(input.json('document'));
  if (!document.ok) return document;
  const queue: Waiting[] = [];
  const refused: Rejected[] = [];
  for (const [index, json] of input.jsons('patches').entries()) {
    const patch = readClientPatch(json, budget);
    if (!patch.ok) refused.push({ index, failure: patch.failure });
    else if (queue.length >= budget.queueDepth) refused.push({ index, failure: queueFull(budget) });
    else queue.push({ index, patch: patch.value });
  }
  const tick = runTick(document.value, queue, budget, clockOf(input.integers('clock')));
  const rejected = [...refused, ...tick.rejected].toSorted((a, b) => a.index - b.index);
  return ok({
    document: normalDocumentToJson(tick.document),
    applied: BigInt(tick.applied),
    remaining: BigInt(tick.remaining.length),
    rejected: rejected.map(({ index, failure }) => ({ index: BigInt(index), reason: failure.code })),
  });
}

export function render(input: InputReader): Result<OperationValue<'a2ui.render'>> {
  const document = normaliseDocument(input.json('document'));
  return document.ok ? ok({ html: renderDocument(document.value) }) : document;
}

function queueFull({ queueDepth }: PatchBudget) {
  return fail({ code: 'a2ui.client-queue-full', limit: queueDepth }).failure;
}

function budgetOf(budget: InputReader): PatchBudget {
  const amount = (name: string) => Number(budget.integer(name));
  return {
    opsPerPatch: amount('max_ops_per_patch'),
    opsPerTick: amount('max_ops_per_tick'),
    queueDepth: amount('max_queue_depth'),
    pathLength: amount('max_path_length'),
    applyMs: amount('max_apply_ms'),
  };
}

/** Says one reading after the other, and then the last one for good. */
function clockOf(readings: readonly bigint[]): Clock {
  let next = 0;
  return () => Number(readings[Math.min(next++, readings.length - 1)] ?? 0n);
}
