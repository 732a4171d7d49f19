import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coreSuiteTrials } from '../core-suite/trials.ts';
import { type Finding, runCampaign } from './campaign.ts';
import { isOracleThere, Oracle } from './oracle.ts';
import { randomTrials, sourceNames } from './sources.ts';
import type { NamedTrial } from './trial.ts';

// The short form; `npm run fuzz:runtime` compares as many modules as wanted.
const modules = 1000;
const oneInSuite = 12;
const patience = 300_000;

const vectors = process.env['PALYRA_VECTORS'] ?? join(import.meta.dirname, '../../../../shared/vectors');
const suite = join(vectors, 'wasm-spec');
const isThere = isOracleThere();

async function campaign(trialsOf: (oracle: Oracle) => AsyncIterable<NamedTrial>) {
  const oracle = new Oracle();
  const findings: Finding[] = [];
  const found = (finding: Finding) => findings.push(finding);
  const tallies = await runCampaign({ oracle, trials: trialsOf(oracle), found });
  oracle.close();
  return { findings, tallies };
}

test.skipIf(!isThere)(
  'random modules do what they do in Wasmtime 44, and leave as much fuel (FUEL-COST, FUEL-CHECKS, FUEL-PUBLISHED)',
  async () => {
    const { findings, tallies } = await campaign((oracle) => randomTrials(oracle, modules, 1));
    expect(findings).toEqual([]);
    for (const source of sourceNames) expect(tallies.get(source)?.runs).toBeGreaterThan(modules);
  },
  patience,
);

test.skipIf(!isThere || !existsSync(suite))(
  'what the core test suite calls does what it does in Wasmtime 44, and leaves as much fuel (FUEL-COST, FUEL-CHECKS)',
  async () => {
    const { findings, tallies } = await campaign(() => coreSuiteTrials(suite, { oneIn: oneInSuite }));
    expect(findings).toEqual([]);
    expect(tallies.get('core suite')?.modules).toBeGreaterThan(100);
  },
  patience,
);
