import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderHtml } from '#conformance/report/html/render.ts';
import { renderCtrf } from '#conformance/report/render/ctrf.ts';
import { renderJunit } from '#conformance/report/render/junit.ts';
import { renderSarif } from '#conformance/report/render/sarif.ts';
import { failingReport } from '#conformance/report/testing/golden-report.ts';
import { runSuite, type SuiteOptions } from '#conformance/run-suite.ts';
import type { Connection } from '#conformance/subject/connection.ts';
import { overStdio } from '#conformance/subject/over-stdio.ts';
import { referenceSubject } from '#reference/index.ts';
import { encodeMessage } from '#spec/wire/encode.ts';
import { type Figure, figure, takeTurns, takeTurnsAsync } from './measure.ts';
import { peakMemoryOf } from './peak-memory.ts';

export async function harness(): Promise<readonly Figure[]> {
  return [...(await pipeFigures()), ...(await suiteFigures()), ...renderFigures(), startFigure(), memoryFigure()];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const callsPerRound = 400;
const input = { trustStore: { trusted_publishers: {}, tofu_publishers: {} }, publisher: 'acme', key: '00'.repeat(32) };

/** A child that gives every byte back is the least that a call over a pipe can cost. */
async function pipeFigures(): Promise<readonly Figure[]> {
  const echo = spawn(process.execPath, ['-e', 'process.stdin.pipe(process.stdout)'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // As every subject is, since the system shares out its time by session.
    detached: true,
  });
  const adapter = await connect([process.execPath, fileURLToPath(new URL('short-adapter.mjs', import.meta.url))]);
  const line = `${encodeMessage({ type: 'call', id: 1n, op: 'trust.add', input, deadlineMs: 30_000n }, noBlobs)}\n`;
  const times = await takeTurnsAsync(9, {
    floor: () => repeat(callsPerRound, () => bounce(echo, line)),
    ours: () => repeat(callsPerRound, () => adapter.call('trust.add', input)),
  });
  echo.kill();
  await adapter.close();
  const floor = times.floor / callsPerRound;
  return [figure('a call over the pipe', times.ours / times.floor, 'times a bare echo child', floor, 2)];
}

async function bounce(child: ChildProcess, line: string): Promise<void> {
  let left = line.length;
  child.stdin?.write(line);
  while (left > 0) left -= (await once(child.stdout ?? child, 'data'))[0].length;
}

async function repeat(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < count; done++) await work();
}

/** A part of the suite, to stay within a minute on a busy machine. */
const part = { index: 1, of: 20 };

async function suiteFigures(): Promise<readonly Figure[]> {
  const overPipe = overStdio({ argv: referenceCommand, folder: root, cwd: root });
  const run = (options: SuiteOptions) => async () => {
    const told = await runSuite({ shard: part, ...options });
    if (!told.ok || told.footer.counts.fail > 0) throw new Error('the reference does not pass');
  };
  const times = await takeTurnsAsync(2, {
    inProcess: run({ subject: referenceSubject() }),
    oneJob: run({ subject: overPipe }),
    twoJobs: run({ subject: overPipe, jobs: 2 }),
  });
  const { inProcess, oneJob, twoJobs } = times;
  const of = `of the suite, part ${part.index}/${part.of}`;
  return [
    figure(`wall time ${of}, over stdio with 1 job`, oneJob / inProcess, 'times in process', inProcess, null),
    figure(`wall time ${of}, over stdio with 2 jobs`, twoJobs / inProcess, 'times in process', inProcess, null),
  ];
}

const referenceCommand = [
  process.execPath,
  '--conditions=palyra-source',
  '--import',
  'tsx',
  fileURLToPath(new URL('../palyra-ref.ts', import.meta.url)),
  'subject',
];

async function connect(argv: readonly string[]): Promise<Connection> {
  const connected = await overStdio({ argv, folder: root }).connect('usual');
  if (!connected.ok) throw new Error(connected.diagnosis.detail);
  return connected.connection;
}

/** What a user starts is the compiled program. */
function startFigure(): Figure {
  const program = fileURLToPath(new URL('../../dist/scripts/palyra-conformance.js', import.meta.url));
  if (!existsSync(program)) spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  const [floor, ours] = [[] as number[], [] as number[]];
  for (let round = 0; round < 9; round++) {
    floor.push(timeOf(['-e', '0']));
    ours.push(timeOf([program, '--help']));
  }
  const [bare, help] = [Math.min(...floor), Math.min(...ours)];
  return figure('palyra-conformance --help', help / bare, 'times bare node', bare, 2);
}

function timeOf(args: readonly string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} left with ${status}`);
  return performance.now() - start;
}

/** Linear growth: ten times the failures cost no more for each of them. */
function renderFigures(): readonly Figure[] {
  const [few, many] = [failingReport(2_000), failingReport(20_000)];
  const renderers = { junit: renderJunit, ctrf: renderCtrf, sarif: renderSarif, html: renderHtml };
  return Object.entries(renderers).map(([name, render]) => {
    const times = takeTurns(2, { few: () => void render(few), many: () => void render(many) });
    return figure(
      `${name} of 20,000 failures, for each`,
      times.many / times.few / 10,
      'times that of 2,000',
      times.few,
      1.5,
    );
  });
}

function memoryFigure(): Figure {
  const program = new URL('many-cases.ts', import.meta.url);
  const [few, many] = [2_000, 20_000].map((count) => peakMemoryOf(program, [String(count)]));
  return figure('peak memory of 20,000 cases', (many ?? 0) / (few ?? 1), 'times that of 2,000', null, 1.25);
}

const noBlobs = {
  put: (): never => {
    throw new Error('nothing here is large');
  },
};
