import { expect, test } from 'vitest';
import { resultJson } from './json.ts';
import type { RunResult } from './result.ts';
import { resultOfText } from './testing/result.ts';
import { resultText } from './text.ts';

const all = { explain: true, trace: true, profile: true };
const plain = (_: string, text: string) => text;

/** A run that was ended from outside: all that is known is that its time was over. */
async function lost(): Promise<RunResult> {
  const result = await resultOfText('(module)', { profiled: true });
  const cause = { kind: 'deadline' } as const;
  return { ...result, ending: { kind: 'stopped', class: 'timed-out', cause }, measured: undefined, insight: undefined };
}

test('what nobody knows is said to be unknown', async () => {
  const text = resultText(await lost(), all, plain);
  expect(text.match(/not known: the run had to be ended from outside/g)).toHaveLength(5);
  expect(text).toContain('It came to no place where it could be stopped, so its process was ended.');
  expect(text).not.toContain('`--profile`');
});

test('what nobody knows is null in JSON', async () => {
  expect(JSON.parse(resultJson(await lost(), all))).toMatchObject({
    stop: { class: 'timed-out', cause: { kind: 'deadline' }, stack: [] },
    fuel_used: null,
    fuel_left: null,
    peak_memory_bytes: null,
    host_calls: null,
    trace: null,
    profile: null,
    limits: { fuel_budget: 10_000_000 },
    handles: { http: [] },
  });
});

test('a hostile module cannot steer the terminal', async () => {
  const hostile = String.raw`\1b[2J\e2\80\ae`;
  for (const wat of [
    `(module (import "${hostile}" "${hostile}" (func)))`,
    `(module (func (export "${hostile}") (param i32)))`,
    `(module (func (@name "${hostile}") unreachable) (func (export "run") (result i32) call 0 i32.const 1))`,
  ]) {
    const result = await resultOfText(wat, { path: 'a\u001b[2J', profiled: true });
    for (const told of [resultText(result, all, plain), resultJson(result, all)]) {
      expect(told.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    }
  }
});
