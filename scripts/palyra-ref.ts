#!/usr/bin/env node
import { failed, runCommandLine } from './cli/main.ts';
import { processShell } from './cli/shell.ts';
import { writeAll } from './cli/streams.ts';

const args = process.argv.slice(2);
const shell = processShell();

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// A command works in one go between its waits, so an interruption finds every file either old or new, and no lock.
async function interrupt(): Promise<void> {
  const { exitCode, stderr } = await failed({ code: 'cli.interrupted' }, args, shell);
  await writeAll(process.stderr, stderr);
  process.exit(exitCode);
}

for (const signal of signals) process.once(signal, interrupt);
const { stdout, stderr, exitCode } = await runCommandLine(args, shell);
// What is done is told as done: a signal that came during the last step is too late to undo it.
for (const signal of signals) process.off(signal, interrupt);
process.exitCode = exitCode;
await writeAll(process.stderr, stderr);
const written = await writeAll(process.stdout, stdout);
if (!written.ok) {
  const failure = await failed(written.failure, args, shell);
  process.exitCode = failure.exitCode;
  await writeAll(process.stderr, failure.stderr);
}
