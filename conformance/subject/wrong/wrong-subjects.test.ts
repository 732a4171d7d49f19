import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frozenSeed } from '#fixtures/world.ts';
import { cases } from '../../cases/index.ts';
import { matchesGlob } from '../../plan/glob.ts';
import type { CaseLine } from '../../report/lines.ts';
import { runSuite, type SuiteRun } from '../../run-suite.ts';
import { overStdio, type StdioOptions } from '../over-stdio.ts';
import { answerBook } from './answer-book.ts';
import { type Passes, type WrongSubject, wrongSubjects } from './wrong-subjects.ts';

const folder = import.meta.dirname;
/** Below every patient deadline, so that nothing in the table waits for one. */
const mostMs = 55_000;
/** Generous: a machine that is busy must not make a wrong subject look worse. */
const patient = { helloMs: 60_000, callMs: 60_000, byeMs: 60_000 };
/** By its value in their environment the processes of a subject are found. */
const variable = 'PALYRA_WRONG_SUBJECT';

const workshop = mkdtempSync(join(tmpdir(), 'wrong-subjects-'));
const book = join(workshop, 'book.json');
const temporary = mkdtempSync(join(workshop, 'temporary-'));
const callers = process.env['TMPDIR'];

beforeAll(() => {
  const globs = new Set(wrongSubjects.flatMap((one) => one.cases));
  const asked = cases.filter(({ id }) => [...globs].some((glob) => matchesGlob(glob, id)));
  writeFileSync(book, answerBook(asked, cases));
  process.env['TMPDIR'] = temporary;
});

afterAll(() => {
  if (callers === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = callers;
  const left = readdirSync(temporary);
  rmSync(workshop, { recursive: true, force: true });
  expect(left).toEqual([]);
});

interface Put {
  readonly run: SuiteRun;
  readonly lines: readonly CaseLine[];
}

async function put(one: WrongSubject, options: Partial<StdioOptions> = {}, seed = frozenSeed): Promise<Put> {
  const { file, name, cases: globs, deadlines } = one;
  const lines: CaseLine[] = [];
  const argv = [process.execPath, join(folder, `${file}.mjs`), name, book];
  const subject = overStdio({ argv, folder, ...patient, ...deadlines, ...options });
  const run = await runSuite({ subject, seed, selection: { cases: globs }, onCase: (line) => lines.push(line) });
  return { run, lines };
}

function diagnosesOf(run: SuiteRun): readonly string[] {
  return run.ok ? run.footer.diagnoses.map(({ code }) => code) : [run.diagnosis.code];
}

/** What passed, in the words of the table. */
function passesOf({ run, lines }: Put): Passes {
  if (!run.ok) return 'not started';
  const passed = lines.filter(({ verdict }) => verdict === 'pass');
  if (passed.length === lines.length) return 'every case';
  if (passed.length === 0) return 'no case';
  if (lines.every(({ verdict, expected }) => verdict === 'pass' || expected.undeclared !== undefined)) {
    return 'every case that it declares';
  }
  const [accepted, refused] = (['ok', 'reject'] as const).map((outcome) => ({
    all: lines.filter(({ expected }) => expected.outcome === outcome).length,
    passed: passed.filter(({ expected }) => expected.outcome === outcome).length,
  }));
  if (accepted?.passed === accepted?.all && refused?.passed === 0) return 'no refused case';
  return 'some cases';
}

function survivors(mark: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(mark);
    } catch {
      return false;
    }
  });
}

function named(name: string): WrongSubject {
  const found = wrongSubjects.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

async function expectItsDiagnosis(one: WrongSubject, options: Partial<StdioOptions> = {}): Promise<void> {
  const mark = randomUUID();
  const brought = await put(one, { env: { [variable]: mark }, ...options });
  const { gets, passes } = one;
  expect({ gets: diagnosesOf(brought.run), passes: passesOf(brought) }).toEqual({ gets, passes });
  const unearned = brought.lines.filter(
    ({ verdict, expected, observed }) => verdict === 'pass' && observed.outcome !== expected.outcome,
  );
  expect(unearned).toEqual([]);
  expect(survivors(mark)).toEqual([]);
}

describe('a wrong subject gets its diagnosis, passes nothing that it should not, and leaves nothing behind', () => {
  const rows = wrongSubjects.map((one) => [`${one.file}: ${one.name}`, one] as const);
  test.concurrent.each(rows)('%s', (_, one) => expectItsDiagnosis(one), mostMs);

  test.concurrent.each([
    'banner-at-start',
    'two-outcomes',
    'two-mebibytes',
    'hash-of-other-bytes',
    'sigkill-at-the-call',
    'never-answers',
    'child-outlives-it',
    'knows-the-vectors',
  ])('one call at a time: %s', (name) => expectItsDiagnosis(named(name), { transport: 'one-shot' }), mostMs);
});

test.concurrent('a subject that knows the vectors by heart fails with other ones', async () => {
  const { run, lines } = await put(named('knows-the-vectors'), {}, 'another');
  expect(run.ok && run.footer.verdict).toBe('not conformant');
  expect(lines.filter(({ verdict }) => verdict === 'fail').length).toBeGreaterThan(lines.length / 2);
});

test('every program stands in the table, and no name twice', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.mjs') && name !== 'adapter.mjs');
  const programs = files.flatMap((file) => {
    const names: string[] = JSON.parse(execFileSync(process.execPath, [join(folder, file)], { encoding: 'utf8' }));
    return names.map((name) => `${file}: ${name}`);
  });
  expect(wrongSubjects.map(({ file, name }) => `${file}.mjs: ${name}`).sort()).toEqual(programs.sort());
});
