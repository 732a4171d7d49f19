#!/usr/bin/env node
import { parseArgs } from 'node:util';

const help = `palyra-conformance: is an implementation of Palyra skills right?

Usage: palyra-conformance run [options]

  run               put every case to the embedded reference and write reports

Options of run:
  --reports DIR     where to write report.jsonl and report.md (default: reports/run)
  --fresh SEED      other names, keys and bytes, same expectations; the default are the frozen vectors
  --json            print the summary as JSON on stdout
  -h, --help        this text
      --version     print the version

Leaves with 0 when conformant, 1 when not, 2 when the run is incomplete or the command line is wrong.

Example: palyra-conformance run --reports out
`;

async function main(args: readonly string[]): Promise<number> {
  const options = {
    reports: { type: 'string', default: 'reports/run' },
    fresh: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
    version: { type: 'boolean', default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.version) {
      const { packageVersion } = await import('./package-version.ts');
      process.stdout.write(`${packageVersion()}\n`);
      return 0;
    }
    if (values.help || positionals.length === 0) {
      (values.help ? process.stdout : process.stderr).write(help);
      return values.help ? 0 : 2;
    }
    if (values.fresh === '') return misuse('--fresh needs a seed, any text that is not empty.');
    if (positionals.join(' ') !== 'run') {
      return misuse(`There is no command ${JSON.stringify(positionals.join(' '))}.`);
    }
    const { run } = await import('./conformance/run.ts');
    return await run({
      reports: values.reports,
      json: values.json,
      ...(values.fresh === undefined ? {} : { seed: values.fresh }),
    });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return misuse(error.message);
    }
    throw error;
  }
}

function misuse(problem: string): number {
  process.stderr.write(`${problem}\nSee: palyra-conformance --help\n`);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
