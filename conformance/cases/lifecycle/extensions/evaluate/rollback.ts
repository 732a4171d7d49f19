import type { Case } from '../../../../case.ts';
import { accepted, changed, insert, put, remove } from '../../../../rows.ts';
import { packageOf } from '../given.ts';
import { answers, asking, failed, failedAndFlaky, type Members, outcome } from './asking.ts';

const proves = ['EXT-ROLLBACK'] as const;
const passed = 'lifecycle/extensions-rollback-after-success';
const outcomes = ['request', 'outcomes'] as const;

function row(name: string): string {
  return `lifecycle/extensions-rollback-${name}`;
}

function planning(its: readonly Members[]) {
  return asking('rollback_plan', (world) => ({ package_id: packageOf(world), outcomes: its }));
}

function plan(target_status: string, audit_reason: string) {
  return answers((world) => ({
    package_id: packageOf(world),
    target_status,
    policy_action: 'extension.self_improvement.rollback',
    audit_reason,
  }));
}

const back = plan('rolled_back', 'self_improvement_regression_gate_failed');
const off = plan('disabled', 'operator_requested_disable');

export const rollbackCases: readonly Case[] = [
  accepted(passed, proves, planning([outcome('one')]), off),
  accepted(row('without-outcomes'), proves, planning([]), off),
  accepted(row('after-many-successes'), proves, planning([outcome('a'), outcome('b')]), off),
  changed(row('after-a-failure'), proves, passed, put([...outcomes, 0, 'passed'], false), back),
  changed(row('after-a-flaky-one'), proves, passed, put([...outcomes, 0, 'flaky_signal'], true), back),
  changed(row('after-a-failed-second'), proves, passed, insert([...outcomes, 1], failed('two')), back),
  changed(row('after-a-failed-first'), proves, passed, insert([...outcomes, 0], failed('two')), back),
  accepted(row('after-one-failed-and-flaky'), proves, planning([failedAndFlaky('one')]), back),
  changed(row('once-the-failure-is-gone'), proves, row('after-one-failed-and-flaky'), remove([...outcomes, 0]), off),
];
