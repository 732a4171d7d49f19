import { packageStatuses } from '#spec/extensions.ts';
import type { Case } from '../../../../case.ts';
import { accepted, changed, insert, put, remove } from '../../../../rows.ts';
import { answers, asking, failed, failedAndFlaky, flaky, outcome } from './asking.ts';

const proves = ['EXT-GATE'] as const;
const open = 'lifecycle/extensions-gate-open';

const allowed = answers({ allowed: true, reasons: [] });

function blocked(...reasons: readonly string[]) {
  return answers({ allowed: false, reasons });
}

function gate(compatible: boolean, status: string, outcomes: readonly ReturnType<typeof outcome>[]) {
  return asking('enable_gate', { compatible, status, outcomes });
}

function row(name: string): string {
  return `lifecycle/extensions-gate-${name}`;
}

const outcomes = ['request', 'outcomes'] as const;

export const gateCases: readonly Case[] = [
  accepted(open, proves, gate(true, 'verified', [outcome('one')]), allowed),
  accepted(
    row('open-after-many'),
    proves,
    gate(
      true,
      'disabled',
      ['a', 'b', 'c'].map((id) => outcome(id)),
    ),
    allowed,
  ),
  changed(row('compatibility'), proves, open, put(['request', 'compatible'], false), blocked('compatibility_failed')),
  changed(row('without-outcomes'), proves, open, remove([...outcomes, 0]), blocked('eval_missing')),
  changed(row('one-flaky'), proves, open, put([...outcomes, 0, 'flaky_signal'], true), blocked('eval_flaky:one')),
  changed(row('a-second-failed'), proves, open, insert([...outcomes, 1], failed('two')), blocked('eval_failed:two')),
  changed(row('a-first-failed'), proves, open, insert([...outcomes, 0], failed('two')), blocked('eval_failed:two')),
  changed(row('one-failed'), proves, open, put([...outcomes, 0, 'passed'], false), blocked('eval_failed:one')),
  accepted(
    row('passed-with-a-failed-check'),
    proves,
    gate(true, 'verified', [outcome('one', { failed_checks: ['expected_output_mismatch:text'] })]),
    allowed,
  ),
  ...packageStatuses.map((status) =>
    accepted(
      row(`of-${status.replace('_', '-')}`),
      proves,
      gate(true, status, [outcome('one')]),
      status === 'quarantined' ? blocked('package_quarantined') : allowed,
    ),
  ),
  accepted(
    row('failed-and-flaky'),
    proves,
    gate(true, 'verified', [failedAndFlaky('one')]),
    blocked('eval_failed:one', 'eval_flaky:one'),
  ),
  accepted(
    row('everything-without-outcomes'),
    proves,
    gate(false, 'quarantined', []),
    blocked('compatibility_failed', 'package_quarantined', 'eval_missing'),
  ),
  accepted(
    row('everything-with-outcomes'),
    proves,
    gate(false, 'quarantined', [flaky('z'), outcome('b'), failedAndFlaky('m'), failed('a')]),
    blocked(
      'compatibility_failed',
      'package_quarantined',
      'eval_flaky:z',
      'eval_failed:m',
      'eval_flaky:m',
      'eval_failed:a',
    ),
  ),
  accepted(
    row('fixture-of-any-name'),
    proves,
    gate(true, 'verified', [failed(' a:b/é ')]),
    blocked('eval_failed: a:b/é '),
  ),
];
