import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../fuzz/runtime/differential/campaign.ts';
import type { NamedTrial, Trial } from '../../fuzz/runtime/differential/trial.ts';

/** What JSON cannot say stands in texts. */
interface Saved {
  readonly source: string;
  readonly name: string;
  readonly module: string;
  readonly entrypoints: readonly string[];
  readonly budgets: readonly string[];
  readonly limits: Readonly<Record<keyof Trial['limits'], string>>;
  readonly grants: Trial['grants'];
}

/** Saves the module, once for tools and once with everything that it takes to run it again; gives the name of the latter. */
export function writeReproducer(folder: string, { source, name, trial, difference }: Finding): string {
  const { module, budgets, limits, entrypoints, grants } = trial;
  const { memoryBytes, tableElements, instances } = limits;
  const saved: Saved = {
    source,
    name,
    entrypoints,
    budgets: budgets.map(String),
    limits: { memoryBytes: `${memoryBytes}`, tableElements: `${tableElements}`, instances: `${instances}` },
    grants,
    module: Buffer.from(module).toString('base64'),
  };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${source} ${name}`.replace(/[^\w.]+/g, '-'));
  const budget = difference.budget === undefined ? {} : { budget: `${difference.budget}` };
  writeFileSync(`${file}.wasm`, module);
  writeFileSync(
    `${file}.json`,
    `${JSON.stringify({ ...saved, difference: { ...difference, ...budget } }, undefined, 2)}\n`,
  );
  return `${file}.json`;
}

export function readReproducer(file: string): NamedTrial {
  const { source, name, module, entrypoints, budgets, limits, grants }: Saved = JSON.parse(readFileSync(file, 'utf8'));
  const { memoryBytes, tableElements, instances } = limits;
  const trial = {
    module: new Uint8Array(Buffer.from(module, 'base64')),
    entrypoints,
    budgets: budgets.map(BigInt),
    limits: {
      memoryBytes: BigInt(memoryBytes),
      tableElements: BigInt(tableElements),
      instances: BigInt(instances),
    },
    grants,
  };
  return { source, name, trial };
}
