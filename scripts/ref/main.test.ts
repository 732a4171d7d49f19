import { afterAll, describe, expect, test } from 'vitest';
import { Sandbox } from './testing/sandbox.ts';

const sandbox = new Sandbox();
afterAll(() => sandbox.remove());

describe('which command is meant', () => {
  test.each([
    ['', 'cli.missing-command'],
    ['skills package', 'cli.missing-command'],
    ['skils', 'cli.unknown-command'],
    ['skills package biuld', 'cli.unknown-command'],
    ['skills verifi', 'cli.unknown-command'],
    ['--jsn skills', 'cli.unknown-option'],
    ['skills --artifact x package verify', 'cli.unknown-option'],
    ['vault list more', 'cli.unexpected-argument'],
  ])('`palyra-ref %s` is refused as %s', async (line, code) => {
    const { exitCode, stdout, stderr } = await sandbox.run(line);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`error[validation_error] ${code}: `);
  });

  test('a mistyped word is answered with the one that was meant', async () => {
    expect((await sandbox.run('skills package biuld')).stderr).toContain('did you mean build?');
    expect((await sandbox.run('skills package build --manifset x')).stderr).toContain('did you mean --manifest?');
  });

  test('`skill` is another name of `skills`', async () => {
    expect(await sandbox.run('skill package build --help')).toEqual(await sandbox.run('skills package build --help'));
  });

  test('global options may stand before the words of a command', async () => {
    const { exitCode, stdout } = await sandbox.run('--state-root elsewhere vault --no-color list --json');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '{\n  "references": []\n}\n' });
    expect(await sandbox.run('--state-root a vault list --state-root b')).toMatchObject({ exitCode: 2 });
  });
});

describe('how a refusal is told', () => {
  test('as one line with kind, code and requirement, and a hint', async () => {
    sandbox.write('empty.palyra-skill', '');
    expect(await sandbox.run('skills package inspect --artifact empty.palyra-skill')).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /^error\[validation_error\] artifact\.not-zip \(ART-ZIP\): [^\n]+\n {2}hint: The rule is ART-ZIP in spec\/artifact\.md\.\n$/,
      ),
    });
  });

  test.each(['--output-format json', '--output-format=json'])('as JSON with %s', async (option) => {
    const { exitCode, stderr } = await sandbox.run(`${option} skills package inspect --artifact empty.palyra-skill`);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stderr)).toEqual({
      version: 1,
      error: {
        kind: 'validation_error',
        code: 'artifact.not-zip',
        requirement: 'ART-ZIP',
        message: expect.any(String),
        hint: expect.any(String),
      },
    });
  });

  test('--json speaks of results and does not change how errors are told', async () => {
    const { stderr } = await sandbox.run('skills package inspect --artifact empty.palyra-skill --json');
    expect(stderr).toMatch(/^error\[/);
  });

  test('an error in the command line is told in the format it asks for', async () => {
    const { stderr } = await sandbox.run('--output-format json skills package verify');
    expect(JSON.parse(stderr).error).toMatchObject({ code: 'cli.missing-option', requirement: null });
  });

  test('a hostile argument cannot steer the terminal', async () => {
    const { stderr } = await sandbox.run('vault \u001b[2J\u202e');
    expect(stderr.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('an argument that is not UTF-8 is refused', async () => {
    expect(await sandbox.run('vault get \ufffd --stdout')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('cli.not-utf8'),
    });
  });

  test('a bug is one line that says so, and leaves with 1', async () => {
    const nowUnixMs = () => {
      throw new Error('the clock\nis broken');
    };
    sandbox.write('m', '');
    const line = 'skills package build --manifest m --module m --signing-key-stdin --output o';
    const { exitCode, stdout, stderr } = await sandbox.run(line, { nowUnixMs });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(
      /^error\[internal_error\] cli\.bug: .*bug of palyra-ref.*the clock\\u000ais broken[^\n]*\n$/,
    );
  });
});
