import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { coreSuiteTrials } from '../fuzz/runtime/core-suite/trials.ts';
import { type Finding, runCampaign } from '../fuzz/runtime/differential/campaign.ts';
import { isOracleThere, Oracle } from '../fuzz/runtime/differential/oracle.ts';
import { randomTrials } from '../fuzz/runtime/differential/sources.ts';
import type { NamedTrial } from '../fuzz/runtime/differential/trial.ts';
import { readReproducer, writeReproducer } from './fuzz-runtime/reproducer.ts';
import { describe, progressLine, summary } from './fuzz-runtime/words.ts';

const help = `Runs modules in the sandbox and in Wasmtime 44, and looks for whatever they do not do alike.

  npm run fuzz:runtime -- [--modules N] [--seed N]   random modules: wasm-smith, Binaryen, our own, damaged ones
  npm run fuzz:runtime -- --core-suite DIR           every call that the .wast files of the folder make
  npm run fuzz:runtime -- --replay FILE              one module again, as it was saved

  --modules N   how many modules (10000); each is run at each of its entrypoints with sixteen budgets
  --seed N      the first seed (1); the same seeds give the same modules
  --out DIR     where modules are saved on which the two differ (reports/run/fuzz-runtime)

Wasmtime is built by .ci/install-wasmtime-oracle. Leaves with 1 when there is a difference, with 2 when the options make no
sense or Wasmtime is not there.
`;

interface Settings {
  readonly trials: (oracle: Oracle) => AsyncIterable<NamedTrial>;
  readonly out: string;
}

async function main(): Promise<number> {
  const settings = readSettings();
  if (typeof settings === 'string') {
    (settings === '' ? process.stdout : process.stderr).write(settings === '' ? help : `${settings}\n\n${help}`);
    return settings === '' ? 0 : 2;
  }
  if (!isOracleThere()) {
    console.error('Wasmtime is not there, or it was built from other sources: .ci/install-wasmtime-oracle builds it.');
    return 2;
  }
  const oracle = new Oracle();
  const { trials, out } = settings;
  const found = (finding: Finding) =>
    console.error(`\n${describe(finding)}\n  saved as ${writeReproducer(out, finding)}`);
  try {
    const tallies = await runCampaign({
      oracle,
      trials: trials(oracle),
      found,
      progress: progressLine(process.stderr),
    });
    if (process.stderr.isTTY) process.stderr.write('\n');
    for (const [source, tally] of tallies) console.log(summary(source, tally));
    return [...tallies.values()].some(({ differences }) => differences > 0) ? 1 : 0;
  } finally {
    oracle.close();
  }
}

/** What is wrong with the options, or nothing where help is asked for. */
function readSettings(): Settings | string {
  try {
    const { values } = parseArgs({
      options: {
        modules: { type: 'string', default: '10000' },
        seed: { type: 'string', default: '1' },
        'core-suite': { type: 'string' },
        replay: { type: 'string' },
        out: { type: 'string', default: 'reports/run/fuzz-runtime' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { out, replay, 'core-suite': folder } = values;
    const [modules, seed] = [Number(values.modules), Number(values.seed)];
    if (values.help) return '';
    if (!isCount(modules) || !isCount(seed)) return '--modules and --seed take a whole number.';
    const missing = [replay, folder].find((path) => path !== undefined && !existsSync(path));
    if (missing !== undefined) return `There is no ${missing}.`;
    if (replay !== undefined) return { out, trials: () => only(readReproducer(replay)) };
    if (folder !== undefined) return { out, trials: () => coreSuiteTrials(folder) };
    return { out, trials: (oracle) => randomTrials(oracle, modules, seed) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

async function* only(trial: NamedTrial): AsyncGenerator<NamedTrial> {
  yield trial;
}

process.exitCode = await main();
