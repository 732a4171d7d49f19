import { spawnSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { connect, puppet, run, running, useTemporaryFolder } from '../testing/puppet.ts';

useTemporaryFolder();
const isLinux = process.platform === 'linux';
const isUnix = process.platform !== 'win32';
const hasSetsid = isLinux && spawnSync('sh', ['-c', 'setsid true']).status === 0;

let last = process.pid * 1000;
/** A length of sleep that nobody else has. */
const sleepOf = () => `9${++last}`;

const spawned = (command: string, options: string) =>
  `processes.spawn(${command}, { stdio: 'ignore', ${options} }).unref()`;

const escapes: readonly (readonly [string, boolean, (sleep: string) => string])[] = [
  ['in the group', isUnix, (sleep) => spawned(`'sleep', ['${sleep}']`, '')],
  ['in a session of its own', hasSetsid, (sleep) => spawned(`'setsid', ['sleep', '${sleep}']`, '')],
  ['as a daemon whose parent is gone', hasSetsid, (sleep) => spawned(`'sh', ['-c', 'setsid sleep ${sleep} &']`, '')],
  [
    'as a daemon without an environment',
    hasSetsid,
    (sleep) => spawned(`'sh', ['-c', 'env -i setsid sleep ${sleep} &']`, ''),
  ],
  [
    'elsewhere and without an environment',
    hasSetsid,
    (sleep) => spawned(`'sleep', ['${sleep}']`, "detached: true, env: {}, cwd: '/'"),
  ],
  [
    'with the pipes in its hands',
    hasSetsid,
    (sleep) => `processes.spawn('setsid', ['sleep', '${sleep}'], { stdio: 'inherit' }).unref()`,
  ],
];

for (const [where, isPossible, begetIn] of escapes) {
  test.skipIf(!isPossible).concurrent(`what outlives a subject is told of and ended: ${where}`, async () => {
    const sleep = sleepOf();
    const connection = await connect(puppet());
    expect(await run(connection, `${begetIn(sleep)}; return 1`)).toMatchObject({ outcome: 'ok' });
    await vi.waitFor(() => expect(running(`sleep ${sleep}`)).toBe(1), 20_000);
    expect(await connection.close()).toEqual([{ code: 'process.left-behind', detail: '1 process: "sleep"' }]);
    expect(running(`sleep ${sleep}`)).toBe(0);
  });

  test.skipIf(!isPossible).concurrent(`nothing is left of a subject that missed its deadline: ${where}`, async () => {
    const sleep = sleepOf();
    const connection = await connect(puppet('', { callMs: 800 }));
    const start = performance.now();
    expect(await run(connection, `${begetIn(sleep)}; await never()`)).toMatchObject({ outcome: 'timeout' });
    expect(performance.now() - start).toBeLessThan(800 + 2000);
    expect(running(`sleep ${sleep}`)).toBe(0);
    expect(await connection.close()).toEqual([]);
  });
}

test.skipIf(!isUnix)('nothing is left of a subject that crashed', async () => {
  const sleep = sleepOf();
  const connection = await connect(puppet());
  const program = `processes.spawn('sleep', ['${sleep}'], { stdio: 'inherit', detached: true }); await sleep(100); process.exit(1)`;
  expect(await run(connection, program)).toMatchObject({ outcome: 'crash', diagnosis: { code: 'exit.code' } });
  expect(running(`sleep ${sleep}`)).toBe(0);
  await connection.close();
});

test.skipIf(!isUnix)('what follows the subject in time is not held against it', async () => {
  const connection = await connect(
    puppet("processes.spawn('sh', ['-c', 'cat > /dev/null; sleep 0.2'], { detached: true })"),
  );
  expect(await run(connection, 'return 1')).toMatchObject({ outcome: 'ok' });
  expect(await connection.close()).toEqual([]);
});

test.skipIf(!isUnix)('processes that beget others faster than one can look are ended too', async () => {
  const word = `palyra-brood-${last++}`;
  const brood = `for i in 1 2 3 4 5; do sh -c 'while :; do sleep 0.01 & done' ${word} & done; wait`;
  const connection = await connect(puppet('', { callMs: 700 }));
  const program = `processes.spawn('sh', ['-c', ${JSON.stringify(brood)}, '${word}'], { stdio: 'ignore', detached: true }); await never()`;
  expect(await run(connection, program)).toMatchObject({ outcome: 'timeout' });
  expect(running(word)).toBe(0);
  await connection.close();
});

test.skipIf(!isLinux)('a subject that takes too much memory is ended, and so is one whose child does', async () => {
  const hog = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(1 << 24, 1)), 5)';
  const limited = { memoryBytes: 300 * 1024 * 1024 };
  for (const program of [
    hog,
    `processes.spawn(process.execPath, ['-e', ${JSON.stringify(hog)}], { stdio: 'ignore' })`,
  ]) {
    const connection = await connect(puppet('', limited));
    expect(await run(connection, `${program}; await never()`)).toMatchObject({
      outcome: 'crash',
      diagnosis: { code: 'process.memory', detail: 'more than 300 MiB' },
    });
    expect(await connection.close()).toEqual([]);
  }
});
