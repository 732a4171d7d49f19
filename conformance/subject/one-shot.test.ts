import { expect, test } from 'vitest';
import { connect, puppet, run, useTemporaryFolder } from './testing/puppet.ts';

const leftInTemporaryFolder = useTemporaryFolder();
const oneShot = (start = '', options = {}) => puppet(start, { transport: 'one-shot', ...options });

test('each call gets a process of its own', async () => {
  const connection = await connect(oneShot());
  expect(connection.greeting).toMatchObject({ name: 'puppet' });
  const count = 'state.calls = (state.calls ?? 0) + 1; return [state.calls, message.id]';
  expect(await run(connection, count)).toEqual({ outcome: 'ok', value: [1n, 1n] });
  expect(await run(connection, count)).toEqual({ outcome: 'ok', value: [1n, 1n] });
  expect(await run(connection, 'say(result(message, { reject: { reason: "no" } }))')).toMatchObject({
    outcome: 'reject',
  });
  expect(await connection.close()).toEqual([]);
  expect(leftInTemporaryFolder()).toEqual([]);
});

test('a program that reads to the end of its input and never looks for bye will do', async () => {
  const connection = await connect(oneShot('on.bye = () => {}'));
  expect(await run(connection, 'return fs.readdirSync(blobs.inputs).length')).toEqual({ outcome: 'ok', value: 0n });
  expect(
    await connection.call('key.parse', {
      key: Buffer.alloc(100_000),
      run: 'return fs.readdirSync(blobs.inputs).length',
    }),
  ).toEqual({
    outcome: 'ok',
    value: 1n,
  });
  expect(await connection.close()).toEqual([]);
});

test.each([
  ['process.exit(0)', 'crash', 'exit.early'],
  ['process.exit(9)', 'crash', 'exit.code'],
  ['process.kill(process.pid, "SIGKILL"); await never()', 'crash', 'exit.signal'],
  ['write("oops\\n")', 'protocol-error', 'line.not-json'],
  [
    'say(result(message, { ok: { value: 1 } })); say(result(message, { ok: { value: 1 } }))',
    'protocol-error',
    'result.repeated',
  ],
  ['say(result(message, { ok: { value: 1 } })); await sleep(50); write("oops\\n")', 'protocol-error', 'line.not-json'],
  ['say(result(message, { ok: { value: 1 } })); write("oops")', 'protocol-error', 'line.unfinished'],
  ['fs.writeFileSync(blobs.inputs + "/x", ""); return 1', 'protocol-error', 'blob.inputs-changed'],
])('what is wrong with one call is said of it alone: %s', async (program, outcome, code) => {
  const connection = await connect(oneShot());
  expect(await run(connection, program)).toMatchObject({ outcome, diagnosis: { code } });
  expect(connection.open).toBe(true);
  expect(await run(connection, 'return 1')).toEqual({ outcome: 'ok', value: 1n });
  expect(await connection.close()).toEqual([]);
  expect(leftInTemporaryFolder()).toEqual([]);
});

test('a call that hangs, and a process that stays after its answer, meet their deadlines', async () => {
  const connection = await connect(oneShot('', { callMs: 500, byeMs: 300 }));
  expect(await run(connection, 'await never()')).toMatchObject({
    outcome: 'timeout',
    diagnosis: { code: 'call.timeout' },
  });
  const stays = oneShot('on.bye = on.end = never', { byeMs: 300 });
  expect(await (await connect(stays)).close()).toEqual([{ code: 'bye.timeout', detail: 'after 300 ms' }]);
  expect(await connection.close()).toEqual([]);
});

test('what is to be said of every process is said once', async () => {
  const connection = await connect(oneShot('on.bye = () => process.exit(4)'));
  expect(await run(connection, 'return 1')).toEqual({ outcome: 'ok', value: 1n });
  expect(await connection.close()).toEqual([{ code: 'bye.exit', detail: 'it left with code 4' }]);
});

test('a program that is another at each start is told of', async () => {
  const start = 'on.hello = (message) => say(greeting(message, { version: String(process.pid) }))';
  const connection = await connect(oneShot(start));
  expect(await run(connection, 'return 1')).toMatchObject({
    outcome: 'protocol-error',
    diagnosis: { code: 'hello.changed', detail: 'version' },
  });
  await connection.close();
});

test('a program that does not say hello has not started', async () => {
  expect(await oneShot('process.exit(1)').connect('usual')).toMatchObject({ diagnosis: { code: 'start.left' } });
  expect(await oneShot('on.hello = never', { helloMs: 300 }).connect('usual')).toMatchObject({
    diagnosis: { code: 'hello.timeout' },
  });
  expect(leftInTemporaryFolder()).toEqual([]);
});
