import { describeRunner } from '#spec/failure/runner.ts';
import type { JsonObject } from '#spec/json/value.ts';
import { toolInputBytes } from '#spec/runner.ts';
import { type RunnerResult, refuse } from './failure.ts';
import { type RunnerWorld, runPlugin } from './run-plugin.ts';
import { type RunSuccess, successToJson } from './success.ts';

/** What every tool answers with, whatever became of it. */
interface ToolAnswer {
  readonly success: boolean;
  readonly output_json: JsonObject;
  readonly error: string;
  readonly timed_out: boolean;
  readonly executor: 'sandbox_tier_a';
  readonly sandbox_enforcement: 'none';
}

const place = { executor: 'sandbox_tier_a', sandbox_enforcement: 'none' } as const;

/** The tool `palyra.plugin.run`, as an agent calls it. */
export async function runTool(input: Uint8Array, world: RunnerWorld): Promise<ToolAnswer> {
  const ran = await runBounded(input, world);
  if (ran.ok) {
    return { success: true, output_json: successToJson(ran.value), error: '', timed_out: false, ...place };
  }
  const error = describeRunner(ran.failure);
  return { success: false, output_json: new Map(), error, timed_out: ran.kind === 'TimedOut', ...place };
}

/** RUN-TOOL-INPUT: not even a runner that is switched off is handed an input that is too large. */
async function runBounded(input: Uint8Array, world: RunnerWorld): Promise<RunnerResult<RunSuccess>> {
  if (input.length > toolInputBytes) {
    return refuse({ code: 'runner.input-too-large', actual: input.length, limit: toolInputBytes });
  }
  return runPlugin(input, world);
}
