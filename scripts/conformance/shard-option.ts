import type { Shard } from '#conformance/plan/shard.ts';
import { ok } from '#spec/result.ts';
import type { OptionTable } from '../cli/options.ts';
import { type Outcome, refuse } from '../cli/problem.ts';

export const shardOptions = {
  shard: {
    kind: 'value',
    shows: 'i/n',
    about: 'Only part i of n; `report merge` puts the reports of all parts together.',
  },
} as const satisfies OptionTable;

const most = 10_000;

export function shardOf(text: string | undefined): Outcome<Shard | undefined> {
  if (text === undefined) return ok(undefined);
  const [, index = 0, of = 0] = (/^([1-9][0-9]{0,4})\/([1-9][0-9]{0,4})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= of && of <= most) return ok({ index, of });
  return refuse({
    code: 'cli.bad-value',
    source: '--shard',
    value: text,
    wanted: 'i/n with i from 1 to n, such as 2/4',
  });
}
