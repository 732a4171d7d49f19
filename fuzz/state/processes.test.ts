import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeState, readState } from '#reference/state/state.ts';
import { ok } from '#spec/result.ts';

const adder = fileURLToPath(new URL('./adder.ts', import.meta.url));
const runTypeScript = ['--conditions=palyra-source', '--import', 'tsx'];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palyra-state-processes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function add(name: string, count: number, killedAt: string | number = ''): Promise<string> {
  const given = [...runTypeScript, adder, folder, name, String(count), String(killedAt)];
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  const [code, signal] = await once(child, 'close');
  return signal ?? (code === 0 ? 'done' : said);
}

interface Seen {
  readonly entries: readonly string[];
  readonly lines: readonly string[];
  readonly statuses: readonly string[];
}

function look(): Seen {
  const seen = readState({ folder }, (now) => {
    const index = now.index();
    const statuses = now.statuses();
    if (!index.ok) return index;
    if (!statuses.ok) return statuses;
    const log = readFileSync(join(folder, 'skills/audit.ndjson'), 'utf8').trimEnd().split('\n');
    return ok({
      entries: (JSON.parse(Buffer.from(index.value ?? '[]').toString()) as string[]).toSorted(),
      lines: log.map((line) => (JSON.parse(line) as { payload: string }).payload).toSorted(),
      statuses: statuses.value.map((row) => `${row.skillId}${row.version.split('.')[0]}`).toSorted(),
    });
  });
  if (!seen.ok) throw new Error(seen.failure.code);
  return seen.value;
}

function entriesOf(names: readonly string[], count: number): readonly string[] {
  return names.flatMap((name) => Array.from({ length: count }, (_, at) => `${name}${at}`)).toSorted();
}

test.each([[['a', 'b']], [['a', 'b', 'c', 'd', 'e']]])(
  'of processes that change at once, no update is lost: %j (STATE-LOCK)',
  async (names) => {
    const ends = await Promise.all(names.map((name) => add(name, 20)));
    expect(ends).toEqual(names.map(() => 'done'));
    const all = entriesOf(names, 20);
    expect(look()).toEqual({ entries: all, lines: all, statuses: all });
  },
);

test('the lock of a process that was killed is taken over, by one of several at once (STATE-LOCK)', async () => {
  expect(await add('dead', 1, 'deciding')).toBe('SIGKILL');
  expect(readdirSync(folder)).toContain('state.lock');
  const names = ['a', 'b', 'c'];
  expect(await Promise.all(names.map((name) => add(name, 5)))).toEqual(names.map(() => 'done'));
  expect(look().entries).toEqual(entriesOf(names, 5));
  expect(readdirSync(folder).filter((name) => name.startsWith('state.lock'))).toEqual([]);
});

test('a process that is killed has made a change or not, and the next goes on (STATE-ATOMIC)', async () => {
  expect(await add('first', 1)).toBe('done');
  const ends = new Set<number>();
  for (const at of [10, 35, 50, 60, 70, 80, 95, 110]) {
    const before = look().entries.length;
    expect(await add(`killed${at}-`, 1, at)).toMatch(/^(SIGKILL|done)$/);
    const { entries, lines, statuses } = look();
    expect([before, before + 1]).toContain(entries.length);
    expect([lines, statuses]).toEqual([entries, entries]);
    ends.add(entries.length - before);
    expect(changeState({ folder }, () => ok({ change: {}, value: 'next' }))).toEqual(ok('next'));
  }
  expect(ends).toEqual(new Set([0, 1]));
});
