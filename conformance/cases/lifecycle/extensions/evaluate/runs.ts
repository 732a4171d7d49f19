import type { Case } from '../../../../case.ts';
import { accepted, changed, insert, put, remove } from '../../../../rows.ts';
import { packageOf } from '../given.ts';
import { answers, asking, failed, failedAndFlaky, flaky, type Members, outcome } from './asking.ts';

const statusOf = ['EXT-RUN-STATUS'] as const;
const record = ['EXT-RUN-RECORD'] as const;
const passed = 'lifecycle/extensions-run-passed';
const outcomes = ['request', 'outcomes'] as const;

function row(name: string): string {
  return `lifecycle/extensions-run-${name}`;
}

function run(its: readonly Members[], labels: readonly string[] = []) {
  return asking('eval_run', (world) => ({
    eval_run_id: `run-${world.tool}`,
    package_id: packageOf(world),
    outcomes: its,
    regression_labels: labels,
    recorded_at_unix_ms: world.nowUnixMs,
  }));
}

function status(word: string) {
  return answers({ status: word });
}

function statusCase(name: string, its: readonly Members[], word: string): Case {
  return accepted(row(name), statusOf, run(its), status(word));
}

function uses(fixture: string, provider_usage: Members, artifact_refs: readonly string[] = []): Members {
  return outcome(fixture, { provider_usage, artifact_refs });
}

const summed = row('usage-summed');

const statusCases: readonly Case[] = [
  accepted(passed, statusOf, run([outcome('one')]), status('passed')),
  changed(row('missing'), statusOf, passed, remove([...outcomes, 0]), status('missing')),
  changed(row('flaky'), statusOf, passed, put([...outcomes, 0, 'flaky_signal'], true), status('flaky')),
  changed(row('failed'), statusOf, passed, put([...outcomes, 0, 'passed'], false), status('failed')),
  changed(row('second-failed'), statusOf, passed, insert([...outcomes, 1], failed('two')), status('failed')),
  changed(row('first-failed'), statusOf, passed, insert([...outcomes, 0], failed('two')), status('failed')),
  statusCase('all-passed', [outcome('a'), outcome('b'), outcome('c')], 'passed'),
  statusCase('all-failed', [failed('a'), failed('b')], 'failed'),
  statusCase('flaky-behind-failed', [failed('a'), flaky('b')], 'flaky'),
  statusCase('flaky-before-failed', [flaky('a'), failed('b')], 'flaky'),
  statusCase('flaky-among-passed', [outcome('a'), flaky('b'), outcome('c')], 'flaky'),
  statusCase('failed-and-flaky', [failedAndFlaky('a')], 'flaky'),
];

const one = uses('one', { tokens: 3n }, ['b', 'a', 'b']);

export const runCases: readonly Case[] = [
  ...statusCases,
  accepted(
    row('as-given'),
    record,
    run([outcome('one')]),
    answers((world) => ({
      schema_version: 1n,
      eval_run_id: `run-${world.tool}`,
      package_id: packageOf(world),
      outcomes: [outcome('one') as never],
      regression_labels: [],
      provider_usage: new Map(),
      artifact_refs: [],
      recorded_at_unix_ms: world.nowUnixMs,
    })),
  ),
  accepted(
    summed,
    record,
    run([uses('a', { tokens: 3n, calls: 1n }), uses('b', { tokens: 4n })]),
    answers({
      provider_usage: new Map([
        ['tokens', 7n],
        ['calls', 1n],
      ]),
    }),
  ),
  changed(
    row('usage-of-another-name'),
    record,
    summed,
    insert([...outcomes, 2], uses('c', { Tokens: 5n })),
    answers({
      provider_usage: new Map([
        ['tokens', 7n],
        ['calls', 1n],
        ['Tokens', 5n],
      ]),
    }),
  ),
  changed(
    row('usage-beyond-53-bits'),
    record,
    summed,
    put([...outcomes, 1, 'provider_usage', 'tokens'], 9_007_199_254_740_992n),
    answers({
      provider_usage: new Map([
        ['tokens', 9_007_199_254_740_995n],
        ['calls', 1n],
      ]),
    }),
  ),
  changed(
    row('usage-of-failed-outcomes-too'),
    record,
    summed,
    insert([...outcomes, 0], { ...failed('c'), provider_usage: { tokens: 10n } }),
    answers({
      provider_usage: new Map([
        ['tokens', 17n],
        ['calls', 1n],
      ]),
    }),
  ),
  accepted(
    row('references-sorted'),
    record,
    run([one, uses('two', {}, ['c', 'a', 'B'])]),
    answers({ artifact_refs: ['B', 'a', 'b', 'c'], provider_usage: new Map([['tokens', 3n]]) }),
  ),
  changed(
    row('references-of-a-third'),
    record,
    row('references-sorted'),
    insert([...outcomes, 2], uses('three', {}, ['A', 'd'])),
    answers({ artifact_refs: ['A', 'B', 'a', 'b', 'c', 'd'] }),
  ),
  accepted(
    row('labels-sorted'),
    record,
    run([outcome('one')], ['z', 'a10', 'a2', 'z', '\u{1f600}', '\uff5e']),
    answers({ regression_labels: ['a10', 'a2', 'z', '\uff5e', '\u{1f600}'] }),
  ),
  changed(
    row('labels-one-less'),
    record,
    row('labels-sorted'),
    remove(['request', 'regression_labels', 1]),
    answers({ regression_labels: ['a2', 'z', '\uff5e', '\u{1f600}'] }),
  ),
];
