import { expect, test } from 'vitest';
import type { Connection } from './connection.ts';
import { connect, puppet, run, useTemporaryFolder } from './testing/puppet.ts';

const leftInTemporaryFolder = useTemporaryFolder();

const codes = async (connection: Connection) => (await connection.close()).map(({ code }) => code);

test('a subject is asked one thing after the other and leaves nothing behind', async () => {
  const connection = await connect(puppet());
  expect(connection.greeting).toMatchObject({ name: 'puppet', ops: ['trust.load', 'key.parse', 'manifest.parse'] });
  expect(await run(connection, 'return { a: [1, "é", null] }')).toEqual({
    outcome: 'ok',
    value: new Map([['a', [1n, 'é', null]]]),
  });
  const others = ['reject: { native: "no" }', 'unsupported: { feature: "x" }', 'fault: { message: "broken" }'];
  const outcomes = [];
  for (const other of others) outcomes.push(await run(connection, `say(result(message, { ${other} }))`));
  expect(outcomes).toEqual([
    { outcome: 'reject', reason: '', native: 'no' },
    { outcome: 'unsupported', feature: 'x' },
    { outcome: 'fault', message: 'broken' },
  ]);
  expect(await connection.close()).toEqual([]);
  expect(await connection.close()).toEqual([]);
  expect(connection.open).toBe(false);
  expect(leftInTemporaryFolder()).toEqual([]);
});

test('large bytes go by blobs in both directions', async () => {
  const connection = await connect(puppet());
  const large = Buffer.alloc(3_000_000, 'palyra');
  const program = `
    const [name] = fs.readdirSync(blobs.inputs);
    const text = fs.readFileSync(blobs.inputs + "/" + name, "utf8");
    return { store: message.input.store, seed: { $blob: putBlob(text + "!"), size: text.length + 1 } };
  `;
  const reply = await connection.call('key.parse', { run: program, key: large });
  expect(reply).toMatchObject({ outcome: 'ok' });
  const value = 'value' in reply && reply.value instanceof Map ? reply.value.get('seed') : undefined;
  expect(Buffer.compare(Buffer.from(value), Buffer.concat([large, Buffer.from('!')]))).toBe(0);
  const folders = await run(
    connection,
    'return [blobs.inputs, blobs.outputs].map((path) => fs.readdirSync(path).length)',
  );
  expect(folders).toEqual({ outcome: 'ok', value: [0n, 0n] });
  expect(await codes(connection)).toEqual([]);
});

test('a subject finds itself in an empty folder and in an environment of its own', async () => {
  process.env['PALYRA_TEST_SECRET'] = 'secret';
  const program = `return {
    files: fs.readdirSync('.'),
    names: Object.keys(process.env).filter((name) => !['PATH', 'HOME', 'PALYRA_CONFORMANCE_MARK'].includes(name)).sort(),
    zone: new Date(2e12).getTimezoneOffset(),
    lang: process.env.LC_ALL,
    extra: process.env.EXTRA,
    temporary: fs.statSync(process.env.TMPDIR).isDirectory(),
    parts: process.cwd().split('/').length,
  }`;
  const tell = async (surroundings: 'usual' | 'unusual') => {
    const connection = await connect(puppet('', { env: { EXTRA: 'x' } }), surroundings);
    const reply = await run(connection, program);
    await connection.close();
    return 'value' in reply && reply.value instanceof Map ? Object.fromEntries(reply.value) : reply;
  };
  const names = ['EXTRA', 'LANG', 'LC_ALL', 'TMPDIR', 'TZ'];
  expect(await tell('usual')).toMatchObject({
    files: [],
    names,
    zone: 0n,
    lang: 'C.UTF-8',
    extra: 'x',
    temporary: true,
  });
  expect(await tell('unusual')).toMatchObject({
    files: [],
    names: [...names, 'PALYRA_CONFORMANCE_ELSEWHERE'].sort(),
    zone: -840n,
    lang: 'tr_TR.UTF-8',
    extra: 'x',
    temporary: true,
  });
  delete process.env['PALYRA_TEST_SECRET'];
});

test('a program that cannot be started is told of', async () => {
  const { overStdio } = await import('./over-stdio.ts');
  const none = await overStdio({ argv: ['./no-such-program'], folder: '/' }).connect('usual');
  expect(none).toMatchObject({ ok: false, diagnosis: { code: 'start.failed', detail: /ENOENT/ } });
  const nowhere = await puppet('', { cwd: '/no/such/folder' }).connect('usual');
  expect(nowhere).toMatchObject({ ok: false, diagnosis: { code: 'start.failed', detail: /no\/such\/folder/ } });
  expect(leftInTemporaryFolder()).toEqual([]);
});

test.each([
  ['process.stderr.write("no key found\\n"); process.exit(2)', 'start.left', 'it left with code 2', 'no key found\n'],
  ['write("ready\\n")', 'line.not-json', 'line 1: no value begins at byte 0: "ready"', ''],
])('a subject that does not say hello has not started: %s', async (start, code, detail, stderr) => {
  const connected = await puppet(start).connect('usual');
  expect(connected).toEqual({ ok: false, diagnosis: { code, detail }, stderr });
  expect(leftInTemporaryFolder()).toEqual([]);
});

test('a subject that hangs is not waited for: at hello, at a call, and at bye', async () => {
  const silent = await puppet('on.hello = never', { helloMs: 200 }).connect('usual');
  expect(silent).toMatchObject({ ok: false, diagnosis: { code: 'hello.timeout', detail: 'after 200 ms' } });
  const patient = await connect(puppet('on.bye = on.end = never', { byeMs: 200 }));
  expect(await run(patient, 'await sleep(20); return 1')).toMatchObject({ outcome: 'ok' });
  expect(await patient.close()).toEqual([{ code: 'bye.timeout', detail: 'after 200 ms' }]);
  const hanging = await connect(puppet('', { callMs: 500 }));
  const diagnosis = { code: 'call.timeout', detail: 'after 500 ms' };
  expect(await run(hanging, 'fs.writeSync(2, "hm"); for (;;);')).toEqual({
    outcome: 'timeout',
    diagnosis,
    stderr: 'hm',
  });
  expect(hanging.open).toBe(false);
  expect(await hanging.close()).toEqual([]);
  expect(leftInTemporaryFolder()).toEqual([]);
});

test('each call has all of its time', async () => {
  const connection = await connect(puppet('', { callMs: 2000 }));
  for (let count = 0; count < 3; count++) {
    expect(await run(connection, 'await sleep(700); return 1')).toMatchObject({ outcome: 'ok' });
  }
  await connection.close();
});

const exits: readonly (readonly [string, string, string, string])[] = [
  ['process.exit(0)', 'crash', 'exit.early', 'it left with code 0 after 0 answers'],
  ['process.exit(3)', 'crash', 'exit.code', 'it left with code 3 after 0 answers'],
  [
    'process.exit(139)',
    'crash',
    'exit.code',
    'it left with code 139, by convention SIGSEGV (a segmentation fault) after 0 answers',
  ],
  [
    'process.kill(process.pid, "SIGSEGV")',
    'crash',
    'exit.signal',
    'it left by SIGSEGV (a segmentation fault) after 0 answers',
  ],
  [
    'write("{\\"type\\""); process.exit(1)',
    'protocol-error',
    'line.unfinished',
    'it left with code 1, and its last line has no end: "{\\"type\\""',
  ],
];

test.each(exits)('a subject that goes at a call is gone: %s', async (program, outcome, code, detail) => {
  const connection = await connect(puppet());
  const last = `fs.writeSync(2, "last words"); ${program}; await never()`;
  expect(await run(connection, last)).toEqual({ outcome, diagnosis: { code, detail }, stderr: 'last words' });
  expect(connection.open).toBe(false);
  expect(await run(connection, 'return 1')).toMatchObject({ diagnosis: { code } });
  expect(await codes(connection)).toEqual([]);
  expect(leftInTemporaryFolder()).toEqual([]);
});

test('what a subject writes before it goes still counts', async () => {
  const connection = await connect(puppet());
  expect(
    await run(connection, 'say(result(message, { ok: { value: "x".repeat(200_000) } })); process.exit(1)'),
  ).toMatchObject({
    outcome: 'ok',
  });
  expect(await run(connection, 'return 1')).toMatchObject({
    outcome: 'crash',
    diagnosis: { code: 'exit.code', detail: expect.stringMatching(/with code 1 after 1 answer$/) },
  });
  await connection.close();
});

test('a subject that goes between two calls is told of when it is closed', async () => {
  const connection = await connect(puppet());
  await run(connection, 'setTimeout(() => process.exit(5), 20); return 1');
  while (connection.open) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await connection.close()).toEqual([{ code: 'exit.code', detail: 'it left with code 5 after 1 answer' }]);
});

test.each([
  ['on.bye = () => process.exit(4)', 'bye.exit', 'it left with code 4'],
  [
    'on.bye = () => { say(result({ id: 1 }, { ok: { value: 1 } })); process.exit(0); }',
    'result.late',
    'result.id is 1',
  ],
  ['on.bye = () => { write("good"); process.exit(0); }', 'line.unfinished', 'its last line has no end: "good"'],
  [
    'on.hello = (message) => write(JSON.stringify(greeting(message)) + "\\r\\n")',
    'line.carriage-return',
    'CR before LF',
  ],
  ['fs.writeSync(2, "x".repeat(10_000))', 'stderr.flood', 'only the end of it is kept'],
  [
    'on.bye = () => { fs.writeFileSync(blobs.inputs + "/x", ""); process.exit(0); }',
    'blob.inputs-changed',
    'it holds "x", which is not of the runner',
  ],
])('what is to be said of a subject in the end: %s', async (start, code, detail) => {
  const connection = await connect(puppet(start, { byeMs: 30_000 }));
  expect(await run(connection, 'return 1')).toMatchObject({ outcome: 'ok' });
  expect(await connection.close()).toEqual([{ code, detail }]);
  expect(leftInTemporaryFolder()).toEqual([]);
});

test('an answer is not taken where the subject has changed its input', async () => {
  const connection = await connect(puppet());
  const program = 'fs.writeFileSync(blobs.inputs + "/mine", ""); return 1';
  expect(await run(connection, program)).toMatchObject({
    outcome: 'protocol-error',
    diagnosis: { code: 'blob.inputs-changed' },
  });
  expect(await codes(connection)).toEqual([]);
});
