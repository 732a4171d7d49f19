import { mkdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { Sandbox } from '../testing/sandbox.ts';

const sandbox = new Sandbox();
afterAll(() => sandbox.remove());
const { adapter } = sandbox;

describe('export', () => {
  test('writes vectors of the chosen cases, and replaces an earlier export', async () => {
    expect(await sandbox.run('export vectors --case artifact/key-*')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^vectors: \d+ vectors and 0 blobs, seed frozen\n$/),
    });
    const { stdout } = await sandbox.run('export vectors --case artifact/ed25519-* --json');
    expect(JSON.parse(stdout)).toMatchObject({ vectors: 38, seed: 'frozen' });
    expect(sandbox.read('vectors/vectors.jsonl').trimEnd().split('\n')).toHaveLength(38);
    expect(sandbox.files('vectors')).toContain('run_vectors.py');
  });

  test('leaves a folder alone that is not its own', async () => {
    mkdirSync(sandbox.path('mine'));
    sandbox.write('mine/thesis.txt', '');
    for (const line of ['export mine', 'extract artifact/ed25519-honest mine']) {
      const { exitCode, stderr } = await sandbox.run(line);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/harness\.no-folder: .*thesis\.txt/);
    }
    expect(sandbox.files('mine')).toEqual(['thesis.txt']);
  });
});

describe('extract and replay', () => {
  test('a case is written with all there is to it, and its answer is shown beside what is expected', async () => {
    expect(await sandbox.run('extract artifact/ed25519-identity-as-key case')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('palyra-conformance replay case -- ./my-adapter\n'),
    });
    expect(sandbox.read('case/clause.md')).toContain('SIG-SMALL-ORDER');
    expect(await sandbox.run(`replay case -- ${adapter}`)).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(
        /^artifact\/ed25519-identity-as-key: fail\n {2}expected reject .*\n {2}observed ok/,
      ),
    });
    expect(await sandbox.run(`replay case --twin -- ${adapter}`)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^artifact\/ed25519-honest: pass\n/),
    });
  });

  test.each([
    ['--version', /no answer; /],
    ['-e 0', /no answer; the program ended before it answered/],
  ])('a program that does not answer has not passed: node %s', async (argument, said) => {
    await sandbox.run('extract artifact/ed25519-honest honest');
    const { exitCode, stdout } = await sandbox.run(`replay honest -- ${process.execPath} ${argument}`);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(said);
  });

  test.each([
    ['extract artifact/ed25519-onest x', 2, 'did you mean artifact/ed25519-honest?'],
    ['extract SIG-KEY x', 2, 'harness.no-case'],
    ['replay nowhere -- x', 2, 'harness.no-extract'],
    ['replay honest', 2, 'cli.missing-argument'],
    ['replay honest --twin -- x', 2, 'has no twin'],
    ['replay honest -- ./nowhere', 3, 'harness.not-started'],
  ])('`%s` leaves with %i: %s', async (line, exitCode, said) => {
    expect(await sandbox.run(line)).toMatchObject({ exitCode, stdout: '', stderr: expect.stringContaining(said) });
  });
});
