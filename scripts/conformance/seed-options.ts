import { frozenSeed } from '#fixtures/world.ts';
import { ok } from '#spec/result.ts';
import type { OptionTable, Parsed } from '../cli/options.ts';
import { type Outcome, refuse } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';

export const seedOptions = {
  fresh: {
    kind: 'optional',
    shows: 'seed',
    about: 'Other names, keys and bytes with the same expectations; without a seed, one is drawn and shown.',
  },
  seed: { kind: 'value', shows: 'seed', about: `The seed of a report that is to be repeated. Default: ${frozenSeed}.` },
} as const satisfies OptionTable;

/** Stands in reports and command lines, so it has to be a plain word there. */
const plain = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export function seedOf({ fresh, seed }: Parsed<typeof seedOptions>, shell: Shell): Outcome<string> {
  if (fresh === '') return ok(Buffer.from(shell.randomBytes(8)).toString('hex'));
  const given = fresh ?? seed ?? frozenSeed;
  if (fresh === frozenSeed) {
    return refuse({ code: 'cli.bad-value', source: '--fresh', value: fresh, wanted: 'any other word' });
  }
  const source = fresh === undefined ? '--seed' : '--fresh';
  const wanted = 'at most 64 letters, digits, dots, dashes and underscores';
  return plain.test(given) ? ok(given) : refuse({ code: 'cli.bad-value', source, value: given, wanted });
}
