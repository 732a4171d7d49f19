import { afterAll, expect, test } from 'vitest';
import { Sandbox } from '../testing/sandbox.ts';

const sandbox = new Sandbox();
afterAll(() => sandbox.remove());

test('the adapter of the README is sane', async () => {
  const shown: string[] = [];
  const { exitCode, stdout } = await sandbox.run(`doctor --json -- ${sandbox.adapter}`, {
    terminal: { stdout: false, stderr: true },
    writeStderr: (text) => void shown.push(text),
  });
  const { verdict, checks } = JSON.parse(stdout);
  const troubles = checks.filter(({ status }: { readonly status: string }) => !['ok', 'skipped'].includes(status));
  expect(troubles).toEqual([]);
  expect({ verdict, exitCode }).toEqual({ verdict: 'sane', exitCode: 0 });
  expect(shown.length).toBeGreaterThan(checks.length / 2);
  expect(shown.at(-1)).toBe('\r\u001b[K');
});

test('a program that does not start leaves with 3, and what it wrote is shown', async () => {
  const { exitCode, stdout } = await sandbox.run(`doctor -- ${process.execPath} --version`);
  expect(exitCode).toBe(3);
  expect(stdout).toContain(process.version);
  expect(await sandbox.run('doctor -- ./nowhere')).toMatchObject({ exitCode: 3 });
});

test('without a program there is nobody to look at', async () => {
  expect(await sandbox.run('doctor')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('cli.missing-argument'),
  });
});
