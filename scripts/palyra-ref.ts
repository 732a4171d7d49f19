#!/usr/bin/env node
import { failed, runCommandLine } from './cli/main.ts';
import { processShell } from './cli/shell.ts';
import { writeAll } from './cli/streams.ts';

const args = process.argv.slice(2);
const shell = processShell();

// A command works in one go between its waits, so an interruption finds every file either old or new.
process.once('SIGINT', async () => {
  const { exitCode, stderr } = await failed({ code: 'cli.interrupted' }, args, shell);
  await writeAll(process.stderr, stderr);
  process.exit(exitCode);
});

const { stdout, stderr, exitCode } = await runCommandLine(args, shell);
process.exitCode = exitCode;
await writeAll(process.stderr, stderr);
const written = await writeAll(process.stdout, stdout);
if (!written.ok) {
  const failure = await failed(written.failure, args, shell);
  process.exitCode = failure.exitCode;
  await writeAll(process.stderr, failure.stderr);
}
