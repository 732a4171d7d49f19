import { afterAll, describe, expect, test } from 'vitest';
import type { OptionTable } from '../options.ts';
import { parseOptions } from '../parse-options.ts';
import { type Program, programLine } from '../program.ts';
import { ProgramSandbox } from './sandbox.ts';

/** What the help of every program of the package keeps to. */
export function testHelp(program: Program): void {
  const { name, commands, options: globalOptions } = program;
  const sandbox = new ProgramSandbox(program);
  afterAll(() => sandbox.remove());
  const groups = [...new Set(commands.flatMap(({ words }) => prefixes(words.split(' '))))];

  test.each(['', ...groups])(
    `\`${name} %s\` shows help for its commands, and nothing wider than 100 columns`,
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
      for (const [option, { kind }] of Object.entries(options)) {
        if (!['argument', 'arguments', 'rest'].includes(kind)) expect(stdout).toContain(`--${option}`);
      }
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    });

    test('has an example that its own parser accepts', async () => {
      const { default: command } = await row.load();
      const call = command.example.replaceAll('\\\n', ' ').replace(/^.*\| /, '');
      const line = programLine(program, row.words);
      expect(call.startsWith(line)).toBe(true);
      const args = call
        .slice(line.length)
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => word.replace(/^'(.*)'$/, '$1'));
      expect(parseOptions(args, { ...command.options, ...globalOptions }, command.oneOf)).toMatchObject({ ok: true });
    });

    test('declares no option twice', async () => {
      const { default: command } = await row.load();
      expect(Object.keys(globalOptions).filter((option) => option in command.options)).toEqual([]);
      const known = Object.keys({ ...command.options, ...globalOptions });
      for (const option of command.oneOf.flatMap(({ of }) => of)) expect(known).toContain(option);
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
        stdout: expect.stringMatching(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\n$`)),
      });
    }
    expect(await sandbox.run(`${groups[0] ?? commands[0]?.words} --version`)).toMatchObject({ exitCode: 2 });
  });
}

function prefixes(words: readonly string[]): readonly string[] {
  return words.slice(0, -1).map((_, index) => words.slice(0, index + 1).join(' '));
}
