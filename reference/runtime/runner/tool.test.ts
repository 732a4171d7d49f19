import { expect, test } from 'vitest';
import type { Outcome } from '../engine/outcome.ts';
import { defaultPolicy } from './policy.ts';
import { bytesOf, worldWith } from './testing/world.ts';
import { runTool } from './tool.ts';

const module_wat = '(module)';
const place = { executor: 'sandbox_tier_a', sandbox_enforcement: 'none' };

function inputOf(bytes: number): Uint8Array {
  return bytesOf(JSON.stringify({ module_wat }).padEnd(bytes));
}

test('an input of 458,752 bytes is handed to the runner, and one byte more is not (RUN-TOOL-INPUT)', async () => {
  const { world, jobs } = worldWith();
  expect(await runTool(inputOf(458_752), world)).toMatchObject({ success: true });
  expect(jobs).toHaveLength(1);
  expect(await runTool(inputOf(458_753), world)).toEqual({
    success: false,
    output_json: new Map(),
    error: 'The input has 458753 bytes; the most is 458752.',
    timed_out: false,
    ...place,
  });
  expect(jobs).toHaveLength(1);
});

test('a runner that is switched off does not see an input that is too large (RUN-TOOL-INPUT)', async () => {
  const { world } = worldWith({ policy: defaultPolicy });
  expect(await runTool(inputOf(458_753), world)).toMatchObject({ error: expect.stringContaining('458752') });
});

test('a success has its result, and no error (RUN-TOOL-RECORD)', async () => {
  const { output_json, ...rest } = await runTool(inputOf(0), worldWith().world);
  expect(rest).toEqual({ success: true, error: '', timed_out: false, ...place });
  expect(output_json.get('exit_code')).toBe(1n);
});

test.each<['execution' | 'timed-out', boolean]>([
  ['execution', false],
  ['timed-out', true],
])('an error has a message and no result: %s (RUN-TOOL-RECORD)', async (stop, timed_out) => {
  const outcome: Outcome = { kind: 'stopped', class: stop, cause: { kind: 'deadline' } };
  expect(await runTool(inputOf(0), worldWith({}, outcome).world)).toEqual({
    success: false,
    output_json: new Map(),
    error: expect.stringMatching(/\S/),
    timed_out,
    ...place,
  });
});
