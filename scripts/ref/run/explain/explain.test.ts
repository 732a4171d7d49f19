import { describe, expect, test } from 'vitest';
import type { GuestName } from '#fixtures/guests/guest.ts';
import { guestNames, guests } from '#fixtures/guests/guests.ts';
import { runnerDefaults } from '#spec/runner.ts';
import { type Asked, resultOfGuest, resultOfText } from '../testing/result.ts';
import { explain } from './explain.ts';

const { limits } = runnerDefaults;

async function explanationOf(name: GuestName, asked: Asked = {}) {
  return explain(await resultOfGuest(name, asked));
}

async function textOf(wat: string, asked: Asked = {}): Promise<string> {
  const { what, details, next } = explain(await resultOfText(wat, asked));
  return [what, ...details, ...next].join('\n');
}

const runs = (body: string, more = '') => `(module ${more} (func (export "run") (result i32) ${body}))`;

describe('limits', () => {
  test('fuel: how much it was, where it went dry, how far over that was, and what to do', async () => {
    const wat = runs('i32.const 1 drop i32.const 1 drop call $late i32.const 1', '(func $late)');
    expect(explain(await resultOfText(wat, { limits: { ...limits, fuelBudget: 2n } }))).toEqual({
      what: 'It used up its fuel of 2 in "late", called by "run".',
      details: [
        'Fuel is looked at where a function begins and at each round of a loop; there it had used 5, 3 too much.',
      ],
      next: [
        '`--profile` shows which functions its fuel goes to.',
        '`--fuel 50` gives it more. A host gives 10_000_000 unless it is told otherwise.',
      ],
    });
  });

  test('fuel: a profile that is there already is read instead of recommended', async () => {
    const asked = { limits: { ...limits, fuelBudget: 100n }, profiled: true };
    expect((await explanationOf('spin', asked)).next).toEqual([
      'Begin with "run": 100.0 % went there.',
      expect.stringContaining('--fuel'),
    ]);
  });

  test('time: what was used until then, and what of that a host sees', async () => {
    const { what, details } = await explanationOf('spin', {
      timeoutMs: 5n,
      limits: { ...limits, fuelBudget: 10n ** 12n },
    });
    expect(what).toBe('It took more than 5 ms in "run".');
    expect(details).toEqual([
      expect.stringMatching(/^Until then it had used [\d_]+ of its fuel, of which a host sees 0\.$/),
    ]);
  });

  test('memory: what it begins with, what it may have, and the option that would do', async () => {
    const { what, details, next } = await explanationOf('memory-above-limit');
    expect(what).toBe('Memory 0 begins with 65_600 KiB, and a memory may have 64 MiB.');
    expect(details).toEqual(['That is 64 KiB too much, before anything of it has run.']);
    expect(next[1]).toContain('`--memory 65_600KiB`');
  });

  test('tables and instances', async () => {
    expect((await explanationOf('table-above-limit')).next[0]).toContain('`--tables 100_001`');
    const none = await explanationOf('answer', { limits: { ...limits, instances: 0n } });
    expect(none.what).toBe('A run takes one instance, and this one may have 0.');
  });
});

describe('imports', () => {
  test.each<[GuestName, string, string]>([
    ['underscored-function', 'did you mean http-count?', 'spec/wit/palyra-plugin.wit'],
    ['unversioned-module', 'did you mean "palyra:plugins/host-capabilities@0.1.0"?', 'the version of the module'],
    ['unknown-function', 'Nothing provides "http-request" of', 'spec/wit/palyra-plugin.wit'],
    ['wasi-snapshot-preview1', 'Nothing provides "fd_write" of "wasi_snapshot_preview1".', 'A plugin has no WASI.'],
    ['wasi-http', 'Nothing provides "handle" of "wasi:http/outgoing-handler@0.2.0".', 'A plugin has no WASI.'],
    ['env-abort', 'Nothing provides "abort" of "env".', 'asc --use abort='],
  ])('%s: %s', async (name, what, next) => {
    const explanation = await explanationOf(name);
    expect(explanation.what).toContain(what);
    expect(explanation.next.join()).toContain(next);
  });

  test('where several are missing, each is named, and each remedy once', async () => {
    const imports = ['a', 'b', 'memory_grow'].map((name) => `(import "env" "${name}" (func))`).join('');
    const { what, details, next } = explain(await resultOfText(runs('i32.const 1', imports)));
    expect(what).toBe('Nothing provides 3 of its imports.');
    expect(details).toHaveLength(4);
    expect(details[0]).toBe('Nothing provides "a" of "env".'.replace('Nothing provides ', ''));
    expect(next).toEqual([expect.stringContaining('What a linker finds nowhere')]);
  });

  test.each<[GuestName, string]>([
    ['count-of-i64', 'http-count is () -> i32, and is imported as () -> i64.'],
    ['count-with-parameter', 'http-count is () -> i32, and is imported as (i32) -> i32.'],
    ['handle-without-index', 'http-handle is (i32) -> i32, and is imported as () -> i32.'],
    ['count-as-memory', 'http-count is () -> i32, and is imported as no function.'],
  ])('%s: %s', async (name, detail) => {
    expect((await explanationOf(name)).details).toContain(detail);
  });
});

describe('the entrypoint', () => {
  test('what has the name, what can be called, and how it would be', async () => {
    const { what, details, next } = await explanationOf('wrong-export-kinds', { entrypoint: 'two_results' });
    expect(what).toBe('There is no function "two_results" that takes nothing and gives one i32.');
    expect(details).toEqual(['"two_results" is a function () -> (i32, i32).', 'What can be called: "right".']);
    expect(next[0]).toBe('`--entrypoint right` calls that one.');
    expect((await explanationOf('wrong-export-kinds', { entrypoint: 'a_memory' })).details[0]).toBe(
      '"a_memory" is a memory.',
    );
  });

  test('the nearest name is offered first', async () => {
    const { next } = await explanationOf('traps', { entrypoint: 'devide_by_zero' });
    expect(next[0]).toBe('`--entrypoint divide_by_zero` calls that one.');
  });

  test('a name with a capital can be called by nobody', async () => {
    const { details, next } = await explanationOf('wrong-entrypoint');
    expect(details.at(-1)).toBe('No host can call "Run": a name is made of a-z, 0-9, _ and - alone.');
    expect(next).toEqual([expect.stringContaining('export function run(): i32')]);
  });

  test('the documented name is found', async () => {
    const wat = '(module (func (export "palyra_plugin_main") (result i32) i32.const 1))';
    expect(await textOf(wat)).toContain('`--names documented` calls palyra_plugin_main');
  });

  test('there may be nothing at all, or more than anybody wants to read', async () => {
    expect((await explanationOf('no-exports')).details).toEqual(['It exports nothing at all.']);
    const many = Array.from({ length: 30 }, (_, i) => `(func (export "f${i}") (result i32) i32.const 1)`).join('');
    expect(await textOf(`(module ${many})`)).toContain('"f7", 22 more.');
  });

  test('names of any length are looked through in no time', async () => {
    const long = (i: number) => `(func (export "${'r'.repeat(90_000)}${i}") (result i32) i32.const 1)`;
    const started = performance.now();
    await textOf(`(module ${Array.from({ length: 8 }, (_, i) => long(i)).join('')})`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('traps', () => {
  test.each<[GuestName, string, string]>([
    ['traps', 'run', 'It came to an `unreachable` instruction in "run".'],
    ['traps', 'load_behind_end', 'It read or wrote outside of its memory in "load_behind_end".'],
    ['traps', 'divide_by_zero', 'It divided an integer by zero in "divide_by_zero".'],
    ['traps', 'quotient_too_large', 'It computed a number that does not fit its type in "quotient_too_large".'],
    ['table-traps', 'run', 'It called a function pointer that holds no function of that type in "run".'],
    ['table-traps', 'behind_end', 'It used a table element that is not there in "behind_end".'],
  ])('%s %s: %s', async (name, entrypoint, what) => {
    const explanation = await explanationOf(name, { entrypoint });
    expect(explanation.what).toBe(what);
    expect(explanation.next.length).toBeGreaterThan(0);
  });

  const indirect = '(table 1 funcref) (func $f)';

  test.each([
    ['unreachable', '', 'unreachable', ''],
    ['a slot without a function', indirect, 'i32.const 0 call_indirect i32.const 1', ''],
    ['a stack that is exhausted', '(func $down call $down)', 'call $down i32.const 1', ''],
    [
      'a call beyond the table',
      indirect,
      'i32.const 1 call_indirect i32.const 1',
      'Unless it was a call through the table',
    ],
    [
      'a table beyond its end',
      indirect,
      'i32.const 1 table.get 0 drop i32.const 1',
      'Unless it was a call through the table',
    ],
    ['an access outside', '(memory 1)', 'i32.const -1 i32.load', 'Unless no address would have been inside'],
    ['a division', '', 'i32.const 1 i32.const 0 i32.div_s', 'A trap like this hides what it used'],
    ['a conversion', '', 'f32.const nan i32.trunc_f32_s', 'A trap like this hides what it used'],
  ])(
    '%s: what it says of the count follows what is published ahead of it (FUEL-PUBLISHED)',
    async (_, more, body, says) => {
      const explained = await textOf(runs(body, more));
      if (says === '') expect(explained).not.toContain('hides what it used');
      else expect(explained).toContain(says);
    },
  );

  test('a stack that is exhausted names each function once', async () => {
    const wat = runs('call $down i32.const 1', '(func $down call $down)');
    expect(await textOf(wat, { timeoutMs: 1_000_000n })).toMatch(/^Its calls nested too deeply in "down"\./);
  });

  test('a start function is no entrypoint', async () => {
    expect(await textOf('(module (func $init unreachable) (start $init))')).toMatch(
      /instruction in "init"\.[\s\S]*before its entrypoint was called/,
    );
  });

  test('memory that is nearly used up may be why', async () => {
    const wat = runs('i32.const 3 memory.grow drop unreachable', '(memory 1)');
    const memory = { ...limits, memoryBytes: 4n * 65_536n };
    expect(await textOf(wat, { limits: memory })).toContain('Its memory had grown to 256 KiB of 256 KiB');
    expect(await textOf(wat)).not.toContain('Its memory had grown');
  });

  test('with no fuel left that counts first', async () => {
    const wat = runs('i32.const 1 drop i32.const 1 drop unreachable');
    expect(await textOf(wat, { limits: { ...limits, fuelBudget: 2n } })).toContain('It had no fuel left by then');
  });

  test('a function without a name is told how to get one', async () => {
    const wat = '(module (func unreachable) (func (export "run") (result i32) call 0 i32.const 1))';
    expect(await textOf(wat)).toMatch(/in "func\[0\]", called by "run"[\s\S]*asc --debug/);
  });
});

describe('refusals', () => {
  test('an invalid module: what the engine says of it', async () => {
    const { what, details } = explain(await resultOfText(runs('i64.const 1')));
    expect(what).toContain('not valid WebAssembly');
    expect(details).toEqual([expect.stringMatching(/^The engine says: Compiling function #0.*i32.*i64.*\.$/)]);
  });

  test.each([
    ['a text with a fault', '(module\n  (func (export "run") (result i32)\n    i32.cosnt 1))', 'line 3, column 5'],
    ['another text', '{"name": "x"}', 'Correct the text there'],
    ['what is neither', '\u007fELF\u0001\u0002\u0000\u0003', 'It is no WebAssembly at all'],
    ['half a module', '\0asm\u0001', 'build it again'],
    ['threads', '(module (memory 1 1 shared))', 'Build without threads'],
    ['a component', '(component)', 'make no component of it'],
  ])('%s', async (_, text, says) => expect(await textOf(text)).toContain(says));

  test('without a profile a module may be small enough', async () => {
    const functions = Array.from({ length: 100_001 }, () => '(func)').join('');
    expect(await textOf(`(module ${functions})`, { profiled: true })).toContain('without it this one may be taken');
  });
});

describe('a manifest', () => {
  test('what it has lowered no option raises', async () => {
    const result = await resultOfGuest('spin', { limits: { ...limits, fuelBudget: 100n } });
    const lowered = { ...result, asked: { ...result.asked, limits } };
    expect(explain(lowered).next.at(-1)).toBe(
      'Its manifest says so: `fuel_budget = 100` in [capabilities.quotas]. No option raises that; a new artifact does.',
    );
  });
});

const rows = guestNames.flatMap((name) =>
  guests[name].runs
    .filter(({ ends, byClockAlone }) => 'stopped' in ends && byClockAlone === undefined)
    .filter(({ entrypoint }) => /^[a-z0-9_-]+$/.test(entrypoint))
    .map((run) => ({ name, run })),
);

test.each(rows)('$name $run.entrypoint: what is said of it are sentences', async ({ name, run }) => {
  const { entrypoint, timeoutMilliseconds = 750 } = run;
  const asked = { entrypoint, limits: { ...limits, ...run.limits }, timeoutMs: BigInt(timeoutMilliseconds) };
  const { what, details, next } = await explanationOf(name, asked);
  for (const line of [what, ...details, ...next]) expect(line).toMatch(/^\S.*[.?]$/);
  expect(next.length).toBeGreaterThan(0);
});
