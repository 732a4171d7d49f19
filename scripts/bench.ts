import { parseArgs } from 'node:util';
import type { Figure } from './bench/measure.ts';

const areas: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  packaging: async () => (await import('./bench/packaging.ts')).packaging(),
  harness: async () => (await import('./bench/harness.ts')).harness(),
  runtime: async () => (await import('./bench/runtime.ts')).runtime(),
  audit: async () => (await import('./bench/audit.ts')).audit(),
  lifecycle: async () => (await import('./bench/lifecycle.ts')).lifecycle(),
};

const help = `Measures an area against what it is built on, side by side in one run.

  npm run bench -- AREA [--json]

Areas: ${Object.keys(areas).join(', ')}

Most figures are ratios to a floor that is measured in turns with them, so they say the same on a slow machine.
--json prints {area, figures: [{name, value, unit, floor, goal, met}]}: \`goal\` is the most that \`value\` may be, or the
least where the unit is one of a rate, \`floor\` is the floor's own time in milliseconds, \`value\` is null where it could not be
measured. Leaves with 1 when a goal is missed, with 2 when the area is unknown.
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  const [area = ''] = positionals;
  const measure = Object.hasOwn(areas, area) ? areas[area] : undefined;
  if (values.help || measure === undefined) {
    (values.help ? process.stdout : process.stderr).write(help);
    return values.help ? 0 : 2;
  }
  const figures = await measure();
  if (values.json) console.log(JSON.stringify({ area, figures }));
  else for (const figure of figures) console.log(describe(figure));
  return figures.some(({ met }) => met === false) ? 1 : 0;
}

function describe({ name, value, unit, floor, goal, met }: Figure): string {
  if (value === null) return `${name.padEnd(58)} not measured`;
  const judged = goal === null ? '' : `  goal ${goal}: ${met ? 'met' : 'MISSED'}`;
  const against = floor === null ? '' : `  floor ${floor} ms`;
  return `${name.padEnd(58)} ${value.toFixed(value < 1000 ? 2 : 0)} ${unit}${against}${judged}`;
}

process.exitCode = await main();
