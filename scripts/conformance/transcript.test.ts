import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { Sandbox } from './testing/sandbox.ts';

const program = fileURLToPath(new URL('../palyra-conformance.ts', import.meta.url));
const loader = import.meta.resolve('tsx');
const sandbox = new Sandbox();
afterAll(() => sandbox.remove());

/** The real program, in the sandbox and with nothing in its environment but what is given. */
function start(line: string, env: Record<string, string> = {}) {
  const node = ['--conditions=palyra-source', '--import', loader, program, ...line.split(' ')];
  const child = spawn(process.execPath, node, {
    cwd: sandbox.folder,
    env: { PATH: process.env['PATH'], HOME: sandbox.folder, TMPDIR: process.env['TMPDIR'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { child, ended: ended.then(([stdout, stderr, [exitCode]]) => ({ exitCode, stdout, stderr })) };
}

test('a run of the real program fails with 1, says why, and leaves a report that holds', async () => {
  const line = `run --case artifact/ed25519-* --reports out --format jsonl -- ${sandbox.adapter}`;
  const { exitCode, stdout, stderr } = await start(line).ended;
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  expect(stdout).toContain('FAIL artifact/ed25519-identity-as-key (SIG-SMALL-ORDER)\n');
  expect(await sandbox.run('verify-report out/report.jsonl')).toMatchObject({ exitCode: 0 });
});

test.skipIf(process.platform === 'win32')(
  'an interrupted run leaves with 130, no report, and no process of the program',
  async () => {
    sandbox.write(
      'hangs.mjs',
      sandbox
        .read('my-adapter.mjs')
        .replace(
          'const answer',
          "if (message.type === 'call') await new Promise(() => setInterval(() => {}, 1e6));\nconst answer",
        )
        .replace(
          'let blobs;',
          "let blobs;\n(await import('node:fs')).writeFileSync(process.env.PID_FILE, String(process.pid));",
        ),
    );
    await sandbox.run('run --case artifact/ed25519-honest --reports broken-off');
    expect(sandbox.files('broken-off')).toContain('report.jsonl');
    const line = 'run --case artifact/ed25519-honest --reports broken-off --env PID_FILE';
    const env = { PID_FILE: sandbox.path('pid') };
    const { child, ended } = start(`${line} -- ${process.execPath} hangs.mjs`, env);
    while (!sandbox.files('.').includes('pid') && child.exitCode === null) await setTimeout(20);
    while (!sandbox.files('broken-off').some((name) => name.startsWith('.'))) await setTimeout(20);
    child.kill('SIGINT');
    const { exitCode, stdout, stderr } = await ended;
    expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '' });
    expect(stderr).toMatch(/^error\[cancelled\] cli\.interrupted: [^\n]+\n$/);
    expect(sandbox.files('broken-off')).toEqual([]);
    const pid = Number(sandbox.read('pid'));
    // It is ended at once; who takes note of that is the system, in its own time.
    await expect.poll(() => isThere(pid), { timeout: 10_000 }).toBe(false);
  },
);

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
