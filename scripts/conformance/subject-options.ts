import type { StdioOptions } from '#conformance/subject/stdio-options.ts';
import { ok } from '#spec/result.ts';
import type { OptionTable, Parsed } from '../cli/options.ts';
import { type Outcome, refuse } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { refuseHarness } from './harness-failure.ts';

const most = { ms: 24 * 60 * 60 * 1000, mib: 1024 * 1024 } as const;

/** How a program is started and how long it is waited for. */
export const processOptions = {
  'start-timeout': {
    kind: 'integer',
    shows: 'ms',
    least: 1,
    most: most.ms,
    about: 'How long the program may take to say hello. Default: 30000.',
  },
  deadline: {
    kind: 'integer',
    shows: 'ms',
    least: 1,
    most: most.ms,
    about: 'How long it may take over one call. Default: 30000.',
  },
  'one-shot': { kind: 'flag', about: 'Start it anew for every call, and close its input at once.' },
  cwd: { kind: 'value', shows: 'folder', about: 'Where it starts. Default: an empty folder of its own each time.' },
  env: {
    kind: 'list',
    shows: 'name[=value]',
    about: 'Give it this variable, with your value of it or this one; it gets no others.',
  },
  memory: {
    kind: 'integer',
    shows: 'MiB',
    least: 16,
    most: most.mib,
    about: 'How much memory it and its children may take, on Linux. Default: 4096.',
  },
} as const satisfies OptionTable;

export const programOption = {
  kind: 'rest',
  shows: 'program and arguments',
  about: 'What speaks the protocol on its standard input and output.',
} as const;

export type ProcessOptions = Parsed<typeof processOptions> & { readonly program: readonly string[] };

/** How the program behind the two dashes is to be started. */
export function stdioOptions(options: ProcessOptions, shell: Shell): Outcome<StdioOptions> {
  const env = environmentOf(options.env, shell);
  if (!env.ok) return env;
  return ok({
    argv: options.program,
    folder: shell.folder,
    env: env.value,
    transport: options['one-shot'] ? 'one-shot' : 'stream',
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options['start-timeout'] === undefined ? {} : { helloMs: options['start-timeout'] }),
    ...(options.deadline === undefined ? {} : { callMs: options.deadline }),
    ...(options.memory === undefined ? {} : { memoryBytes: options.memory * 2 ** 20 }),
  });
}

/** Options of a program where there is none are nearly always the sign of two forgotten dashes. */
export function refuseWithoutProgram(options: ProcessOptions): Outcome<undefined> {
  const given = Object.keys(processOptions).filter((name) => {
    const value = options[name as keyof typeof processOptions];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  });
  if (given.length === 0 || options.program.length > 0) return ok(undefined);
  return refuseHarness('misuse', 'harness.no-program', {
    message: `${given.map((name) => `--${name}`).join(' and ')} ${given.length === 1 ? 'is' : 'are'} for a program, and there is none.`,
    hint: 'The program and its arguments stand behind two dashes: palyra-conformance run -- ./my-adapter',
  });
}

/** The words that would start the same program in the same way. */
export function processWords(options: ProcessOptions): readonly string[] {
  const words = (['start-timeout', 'deadline', 'cwd', 'memory'] as const).flatMap((name) =>
    options[name] === undefined ? [] : [`--${name}`, String(options[name])],
  );
  const oneShot = options['one-shot'] ? ['--one-shot'] : [];
  const env = options.env.flatMap((text) => ['--env', text]);
  const program = options.program.length === 0 ? [] : ['--', ...options.program];
  return [...words, ...oneShot, ...env, ...program];
}

function environmentOf(list: readonly string[], { env }: Shell): Outcome<Readonly<Record<string, string>>> {
  const given: [string, string][] = [];
  for (const text of list) {
    const equals = text.indexOf('=');
    const name = equals === -1 ? text : text.slice(0, equals);
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      return refuse({ code: 'cli.bad-value', source: '--env', value: text, wanted: 'NAME or NAME=value' });
    }
    const value = equals === -1 ? env[name] : text.slice(equals + 1);
    if (value === undefined) {
      return refuse({
        code: 'cli.bad-value',
        source: '--env',
        value: name,
        wanted: 'a variable that is set, or NAME=value',
      });
    }
    given.push([name, value]);
  }
  return ok(Object.fromEntries(given));
}
