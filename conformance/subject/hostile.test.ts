import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { connect, puppet, run, useTemporaryFolder } from './testing/puppet.ts';

const leftInTemporaryFolder = useTemporaryFolder();
const manyMs = 60_000;

/** What a call came to, after everything is over. */
async function ask(program: string, callMs: number) {
  const connection = await connect(puppet('', { callMs }));
  const start = performance.now();
  const observation = await run(connection, program);
  const ms = performance.now() - start;
  await connection.close();
  expect(leftInTemporaryFolder()).toEqual([]);
  return { observation, ms };
}

const memory = () => process.memoryUsage().rss;

test.each([
  ['without a line feed', 'for (;;) write(" ".repeat(65_536))', 'line.too-long'],
  ['of line feeds', 'for (;;) write("\\n".repeat(65_536))', 'line.not-json'],
  ['of objects', 'for (;;) write("{}\\n".repeat(20_000))', 'result.malformed'],
  [
    'of answers',
    'const line = JSON.stringify(result(message, { ok: { value: 1 } })) + "\\n"; for (;;) write(line.repeat(1000))',
    'result.repeated',
  ],
  ['of brackets', 'write("[".repeat(1_000_000) + "\\n"); await never()', 'line.not-json'],
])('a flood of standard output is stopped: %s', async (_, program, code) => {
  const before = memory();
  const { observation } = await ask(program, manyMs);
  expect(observation).toMatchObject({ outcome: 'protocol-error', diagnosis: { code } });
  expect(memory() - before).toBeLessThan(200 * 1024 * 1024);
});

test('a flood of standard error is read and forgotten', async () => {
  const before = memory();
  const flood =
    'const part = Buffer.alloc(1 << 20, "x"); for (let n = 0; n < 500; n++) fs.writeSync(2, part); return 1';
  const { observation } = await ask(flood, manyMs);
  expect(observation).toMatchObject({ outcome: 'ok' });
  expect(memory() - before).toBeLessThan(200 * 1024 * 1024);
});

test('a flood of standard error does not put off the deadline', async () => {
  const { observation, ms } = await ask('const part = Buffer.alloc(1 << 20, "x"); for (;;) fs.writeSync(2, part)', 300);
  expect(observation).toMatchObject({ outcome: 'timeout' });
  expect(ms).toBeLessThan(300 + 2000);
});

test.each([
  ['never reads', 'on.hello = (message) => { say(greeting(message)); for (;;); }', 'after 300 ms'],
  [
    'closes its standard input',
    'on.hello = (message) => { say(greeting(message)); fs.closeSync(0); return never(); }',
    'after 300 ms, and its standard input is closed',
  ],
  [
    'closes its standard output',
    'on.hello = (message) => { say(greeting(message)); fs.closeSync(1); return never(); }',
    'after 300 ms, and its standard output is closed',
  ],
])('a subject that %s meets its deadline, however much there is to write', async (_, start, detail) => {
  const connection = await connect(puppet(start, { callMs: 300 }));
  const begin = performance.now();
  const text = 'x'.repeat(900_000);
  expect(await connection.call('trust.load', { text })).toMatchObject({ diagnosis: { code: 'call.timeout', detail } });
  expect(performance.now() - begin).toBeLessThan(300 + 2000);
  await connection.close();
});

test('a subject that reads nothing more and leaves does not break the pipe for us', async () => {
  const connection = await connect(
    puppet(
      'on.hello = (message) => { say(greeting(message)); setTimeout(() => process.exit(3), 50); for (const end = Date.now() + 50; Date.now() < end; ); }',
    ),
  );
  expect(await connection.call('trust.load', { text: 'x'.repeat(900_000) })).toMatchObject({
    outcome: 'crash',
    diagnosis: { code: 'exit.code' },
  });
  await connection.close();
});

test('an output that is a pipe nobody writes to holds up nothing', async () => {
  const sha256 = createHash('sha256').update('pipe').digest('hex');
  const program = `
    processes.spawnSync('mkfifo', [blobs.outputs + '/${sha256}']);
    return { seed: { $blob: '${sha256}', size: 40_000 } };
  `;
  const connection = await connect(puppet());
  const reply = await connection.call('key.parse', { run: program });
  expect(reply).toMatchObject({ outcome: 'protocol-error', diagnosis: { code: 'blob.missing' } });
  await connection.close();
});

test('a subject that takes its folders away is told of, and harms nothing', async () => {
  const connection = await connect(puppet());
  const program = "fs.rmSync(blobs.inputs + '/..', { recursive: true }); return 1";
  expect(await run(connection, program)).toMatchObject({ diagnosis: { code: 'blob.inputs-changed' } });
  expect(await connection.close()).toEqual([]);
  expect(leftInTemporaryFolder()).toEqual([]);
});
