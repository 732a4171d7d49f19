import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnoses } from '../diagnosis.ts';
import type { StdioOptions } from '../subject/stdio-options.ts';
import { type DoctorOptions, examine } from './examine.ts';
import { renderDoctorJson, renderDoctorText } from './render.ts';
import type { DoctorReport } from './report.ts';

const folder = import.meta.dirname;
/** Generous, since a machine that is busy is no illness. */
const patient = { helloMs: 30_000, callMs: 30_000, byeMs: 30_000 };

function show(name: string, options: DoctorOptions = {}, deadlines: Partial<StdioOptions> = {}): Promise<DoctorReport> {
  const argv = [process.execPath, join(folder, 'testing', 'adapters.mjs'), name];
  return examine({ argv, folder, ...patient, ...deadlines }, options);
}

/** What is not well, by check. */
function findings({ checks }: DoctorReport): Readonly<Record<string, string>> {
  const ill = checks.filter(({ status }) => status === 'warning' || status === 'error');
  return Object.fromEntries(ill.map(({ id, seen }) => [id, seen]));
}

test.concurrent('of a sane adapter nothing is said, whatever is put on the wire', async () => {
  const report = await show('sane', { inject: true });
  expect(findings(report)).toEqual({});
  expect(report.verdict).toBe('sane');
  expect(report.checks.filter(({ status }) => status === 'skipped').map(({ id }) => id)).toEqual(['start.together']);
});

test.concurrent('of a host that only runs modules bytes and integers are looked at too', async () => {
  const { checks, verdict } = await show('runs-only', { only: ['bytes.*', 'json.*', 'answers.*'] });
  const looked = checks.filter(({ status }) => status === 'ok').map(({ id }) => id);
  expect(verdict).toBe('sane');
  expect(looked).toEqual(expect.arrayContaining(['bytes.empty', 'bytes.blob-in', 'answers.fit-schemas']));
  expect(looked).toEqual(expect.arrayContaining(['json.integers', 'json.small-integers']));
});

test.concurrent('only who declares a way to count fuel must count it exactly', async () => {
  const { checks } = await show('runs-with-doubles-of-its-own', { only: ['json.integers'] });
  expect(checks.at(-1)).toMatchObject({ id: 'json.integers', status: 'warning' });
});

test.skipIf(process.platform !== 'linux')(
  'where the examination itself breaks off, no adapter stays behind',
  async () => {
    const mark = `mark-${process.pid}-breaks-off`;
    const argv = [process.execPath, join(folder, 'testing', 'adapters.mjs'), 'sane', mark];
    const breakOff = ({ id }: { readonly id: string }) => {
      if (id === 'bytes.empty') throw new Error('a bug of the suite');
    };
    const report = examine({ argv, folder, ...patient }, { only: ['bytes.*'], onCheck: breakOff });
    await expect(report).rejects.toThrow('a bug of the suite');
    expect(await processesWith(mark)).toEqual([]);
  },
);

async function processesWith(word: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(word));
}

type Row = readonly [name: string, only: readonly string[], expected: Readonly<Record<string, unknown>>];

const says = (text: string): unknown => expect.stringContaining(text);

const rows: readonly Row[] = [
  ['no-name', ['hello.*'], { 'hello.name': 'hello.name is empty' }],
  ['other-names', ['hello.*'], { 'hello.parameters': says('The sbomEntry "b.json" is not one of') }],
  ['host-zero', ['hello.*'], { 'hello.parameters': says('0.0.0') }],
  [
    'declares-nothing',
    ['hello.*', 'op.trust.*'],
    {
      'hello.ops': 'no operation is declared',
      'op.trust.load': says('not declared, but answered: ok'),
      'op.trust.add': says('not declared, but answered: ok'),
    },
  ],
  ['declares-all', ['op.*'], { 'op.key.parse': says('declared, but unsupported') }],
  ['members-twice', ['start'], { start: says('"name" stands more than once') }],
  ['another-version-each-time', ['start.again'], { 'start.again': 'another version' }],
  ['strict-about-members', ['call.*'], { 'call.unknown-members': says('it left with code 1') }],
  ['wants-an-order', ['call.order-of-members'], { 'call.order-of-members': says('it left with code 1') }],
  ['dies-of-unknown-ops', ['call.*'], { 'call.unknown-op': says('it left with code 1') }],
  ['refuses-unknown-ops', ['call.*'], { 'call.unknown-op': 'reject "op"' }],
  ['refuses-malformed-input', ['call.*'], { 'call.malformed-input': '{}: reject "invalid"' }],
  ['shallow', ['limit.*'], { 'limit.depth': says('it left with code 1') }],
  ['empty-is-missing', ['bytes.*'], { 'bytes.empty': 'fault "no text"' }],
  ['reads-no-blobs', ['bytes.*'], { 'bytes.blob-in': says('fault "no bytes"') }],
  ['writes-no-blobs', ['bytes.*'], { 'bytes.blob-out': says('more than 32768 bytes stand in a blob') }],
  ['names-blobs-wrongly', ['bytes.*'], { 'bytes.blob-out': says('64 lower-case hex digits') }],
  [
    'counts-in-doubles',
    ['json.*'],
    {
      'json.integers': '9007199254740993 came back as 9007199254740992',
      'json.floats': '2.0 came back as 2',
    },
  ],
  [
    'writes-question-marks',
    ['json.*'],
    {
      'json.characters-out': says('came back as "??'),
      'json.characters-in': says('came back as "??'),
    },
  ],
  ['writes-surplus-lines', ['output.*'], { 'output.nothing-more': 'a line that nobody asked for' }],
  ['talks-on-standard-error', ['output.*'], { 'output.standard-error': 'it writes' }],
  ['dates-what-it-builds', ['call.any-order'], {}],
  ['takes-its-time', ['call.any-order'], {}],
  [
    'misspells-features',
    ['hello.*'],
    {
      'hello.features':
        'nothing is called "fuel:wastime"; is "fuel:wasmtime" meant? nothing is called "trap:clas"; is "trap:class" meant?',
    },
  ],
  [
    'runs-with-doubles',
    ['json.*'],
    { 'json.integers': says('value.runs[1].fuelLeft is 9007199254740993, and must be 9007199254740991') },
  ],
  ['runs-with-floats', ['json.small-integers'], { 'json.small-integers': 'an exit code came back as 7.0' }],
  ['runs-without-blobs', ['bytes.*'], { 'bytes.blob-in': says('fault "no bytes"') }],
  ['forgets-the-trap', ['answers.*'], { 'answers.fit-schemas': 'runtime.run: value.runs[0].trap is missing' }],
  [
    'goes-back-in-time',
    ['answers.*'],
    { 'answers.fit-schemas': 'runner.run: value.duration_ms is -1, and must be at least 0' },
  ],
  [
    'leaves-a-process-behind',
    ['leave.*'],
    { 'leave.nothing-behind': 'still there after signature.verify: 1 process: "sleep"' },
  ],
  ['leaves-with-1', ['leave.*'], { 'leave.bye': says('it left with code 1') }],
  ['turkish', ['start.*'], { 'start.elsewhere': says('reject "i" instead of ok') }],
  [
    'takes-chunks-for-lines',
    ['one-shot', 'inject.s*'],
    {
      'one-shot': says('it left with code 1'),
      'inject.split-writes': says('it left with code 1'),
      'inject.slow-drip': says('it left with code 1'),
    },
  ],
];

describe('an adapter with one illness gets the word of the check that is about it', () => {
  test.concurrent.each(rows)('%s', async (name, only, expected) => {
    expect(findings(await show(name, { inject: true, only }))).toEqual(expected);
  });

  test.concurrent.each<Row>([
    ['stays-after-bye', ['leave.*'], { 'leave.bye': 'it stays' }],
    ['stays-after-the-end', ['leave.*'], { 'leave.end-of-input': 'it stays' }],
  ])('%s', async (name, only, expected) => {
    expect(findings(await show(name, { only }, { byeMs: 2000 }))).toEqual(expected);
  });
});

test.concurrent('a line too many is told as such, whatever was being looked at', async () => {
  const { checks } = await show('prints-as-it-trusts', { only: ['op.trust.add', 'json.characters-in'] });
  const told = checks.flatMap(({ advice, ...check }) => (advice === undefined ? [] : [{ ...check, advice }]));
  expect(told.map(({ id }) => id)).toEqual(['op.trust.add', 'json.characters-in']);
  for (const check of told) {
    expect(check).toMatchObject({
      diagnosis: 'line.not-json',
      why: `line.not-json: ${diagnoses['line.not-json'].text}.`,
      advice: says('Print nothing but messages'),
      line: says('adding '),
    });
  }
});

describe('an answer that depends on the calls before it is told apart from chance', () => {
  const order = { status: 'error', diagnosis: 'subject.depends-on-order' };
  const chance = { status: 'error', diagnosis: 'subject.not-repeatable' };

  test.concurrent.each([
    ['counts-its-calls', { ...order, seen: says(', after other calls: reject "tired" instead of ok') }],
    ['keeps-what-it-trusts', { ...order, seen: says('trust.add, after other calls: value.trustStore.') }],
    ['remembers-that-it-built', { ...order, seen: 'key.parse, after other calls: reject "busy" instead of ok' }],
    ['throws-dice-to-refuse', { ...chance, seen: says('grants.derive, asked alone twice: reject "r0.') }],
    ['exits-by-chance', { status: 'warning', seen: says('runner.run, asked alone twice: value.exit_code is ') }],
    ['throws-dice', { status: 'warning', seen: says('asked alone twice: value.grants.random is 0.') }],
  ])('%s', async (name, expected) => {
    const { checks } = await show(name, { only: ['call.any-order'] });
    expect(checks.at(-1)).toMatchObject(expected);
  });
});

test.concurrent('of an adapter that does not start nothing else is asked', async () => {
  const report = await show('never-greets', {}, { helloMs: 500 });
  expect(findings(report)).toEqual({ start: 'it says nothing' });
  expect(report.checks.filter(({ status }) => status === 'skipped').length).toBe(report.checks.length - 1);
});

test.concurrent('a program that is not there does not start', async () => {
  const report = await examine({ argv: ['./no-such-program'], folder });
  expect(report.checks[0]).toMatchObject({ id: 'start', status: 'error', seen: says('cannot be started') });
});

test.concurrent('of an adapter that answers no call no answers are looked at', async () => {
  const report = await show('falls-silent', {}, { callMs: 300 });
  expect(findings(report)).toEqual({ 'call.first': 'it says nothing' });
  expect(report.checks.at(-1)?.seen).toBe('a plain call is not answered');
});

test.concurrent('an adapter that falls silent is waited for three times and no more', async () => {
  const report = await show('falls-silent-later', {}, { callMs: 2000 });
  expect(report.checks.filter(({ seen }) => seen.includes('it says nothing')).length).toBe(3);
  expect(report.checks.at(-1)?.seen).toBe('it was silent too often');
});

test.concurrent('a report shows what is wrong with its line, and nothing that a terminal would act upon', async () => {
  const report = await show('talks-on-standard-error', { only: ['output.*'] });
  expect(renderDoctorText(report).split('\n').slice(2)).toEqual([
    'ok       start                  the program starts and answers the hello with a line of JSON',
    'ok       call.first             a plain call is answered',
    'ok       output.nothing-more    it writes nothing but its answers',
    'WARNING  output.standard-error  it is quiet on standard error',
    '           seen: it writes',
    '           line: \u{fffd}[31mready',
    '           why:  What stands there is kept for the report of a failure, and only its end.',
    '           do:   Write there what helps to understand a failure, and nothing else.',
    '',
    'The adapter is doubtful: 3 ok, 1 warning, 0 error, 0 skipped.',
    '',
  ]);
  expect(JSON.parse(renderDoctorJson(report))).toEqual(report);
});
