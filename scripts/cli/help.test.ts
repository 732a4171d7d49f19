import { afterAll, describe, expect, test } from 'vitest';
import { commands } from './commands.ts';
import { globalOptions, type OptionTable } from './options.ts';
import { parseOptions } from './parse-options.ts';
import { Sandbox } from './testing/sandbox.ts';

const sandbox = new Sandbox();
afterAll(() => sandbox.remove());

const groups = [...new Set(commands.flatMap(({ words }) => prefixes(words.split(' '))))];

function prefixes(words: readonly string[]): readonly string[] {
  return words.slice(0, -1).map((_, index) => words.slice(0, index + 1).join(' '));
}

test.each(['', ...groups])(
  '`palyra-ref %s` shows help for its commands, and nothing wider than 100 columns',
  async (words) => {
    const { exitCode, stdout, stderr } = await sandbox.run(`${words} --help`);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const below = commands.filter((row) => row.words.startsWith(words));
    for (const row of below) expect(stdout).toContain(`  ${row.words} `);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(await sandbox.run(`help ${words}`)).toMatchObject({ stdout });
  },
);

describe.each(commands)('$words', (row) => {
  test('shows every option it takes, and nothing wider than 100 columns', async () => {
    const { default: command } = await row.load();
    const { exitCode, stdout } = await sandbox.run(`${row.words} --help`);
    expect(exitCode).toBe(0);
    const options: OptionTable = { ...command.options, ...globalOptions };
    for (const [name, { kind }] of Object.entries(options))
      if (kind !== 'argument') expect(stdout).toContain(`--${name}`);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('has an example that its own parser accepts', async () => {
    const { default: command } = await row.load();
    const call = command.example.replaceAll('\\\n', ' ').replace(/^.*\| /, '');
    expect(call.startsWith(`palyra-ref ${row.words}`)).toBe(true);
    const args = call
      .slice(`palyra-ref ${row.words}`.length)
      .split(/\s+/)
      .filter((word) => word !== '');
    expect(parseOptions(args, { ...command.options, ...globalOptions }, command.oneOf)).toMatchObject({ ok: true });
  });

  test('declares no option twice', async () => {
    const { default: command } = await row.load();
    expect(Object.keys(globalOptions).filter((name) => name in command.options)).toEqual([]);
    const known = Object.keys({ ...command.options, ...globalOptions });
    for (const name of command.oneOf.flatMap(({ of }) => of)) expect(known).toContain(name);
  });
});

test('headings are bold on a terminal only', async () => {
  const { stdout } = await sandbox.run('--help', { terminal: { stdout: true, stderr: true } });
  expect(stdout).toContain('\u001b[1mUsage\u001b[22m');
  expect((await sandbox.run('--help')).stdout).not.toContain('\u001b');
});

test('the version is asked for before any command, where it is nobody else’s option', async () => {
  for (const line of ['--version', '-V', '--no-color --version']) {
    expect(await sandbox.run(line)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^palyra-ref \d+\.\d+\.\d+\n$/),
    });
  }
  expect(await sandbox.run('skills --version')).toMatchObject({ exitCode: 2 });
});
