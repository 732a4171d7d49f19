import { failed, runCommandLine } from './main.ts';
import type { Program } from './program.ts';
import { processShell } from './shell.ts';
import { exitOfSignal, signals } from './signals.ts';
import { writeAll } from './streams.ts';

/** A program in its process: the command line, the streams, the exit code and the signals. */
export async function startProgram(program: Program): Promise<void> {
  const args = process.argv.slice(2);
  const leaving = new Set<() => unknown>();
  const shell = processShell(leaving);
  let interrupted = false;

  // A command works in one go between its waits, so an interruption finds every file either old or new, and no lock.
  const interrupt = async (signal: (typeof signals)[number]): Promise<void> => {
    interrupted = true;
    await Promise.allSettled([...leaving].map(async (tidy) => tidy()));
    const { stderr } = await failed({ code: 'cli.interrupted' }, program, args, shell);
    await writeAll(process.stderr, stderr);
    process.exit(exitOfSignal(signal));
  };

  for (const signal of signals) process.once(signal, interrupt);
  const { stdout, stderr, exitCode } = await runCommandLine(program, args, shell);
  // Whatever a command makes of its own end while it is being tidied up is not worth telling.
  if (interrupted) return;
  // What is done is told as done: a signal that came during the last step is too late to undo it.
  for (const signal of signals) process.off(signal, interrupt);
  process.exitCode = exitCode;
  await writeAll(process.stderr, stderr);
  const written = await writeAll(process.stdout, stdout);
  if (!written.ok) {
    const failure = await failed(written.failure, program, args, shell);
    // What a command found out is more than that it could not be said.
    if (exitCode === 0) process.exitCode = failure.exitCode;
    await writeAll(process.stderr, failure.stderr);
  }
}
