import { describe, expect, test } from 'vitest';
import { checkStatusOf, eligibilityOf } from './eligibility.ts';
import { facts, machine } from './testing/state.ts';

const eligible = eligibilityOf(facts(), 'active', machine);
const fine = { trustAccepted: true, auditPassed: true, quarantineRequired: false };

describe('the status of a check (ELI-CHECK)', () => {
  test('ready where nothing stands in the way', () => {
    expect(checkStatusOf(eligible, fine)).toBe('ready');
  });

  test.each([{ trustAccepted: false }, { auditPassed: false }, { quarantineRequired: true }])(
    'blocked by %o, however eligible the version is',
    (found) => {
      expect(checkStatusOf(eligible, { ...fine, ...found })).toBe('blocked');
    },
  );

  test.each(['quarantined', 'unknown'] as const)('else that of the eligibility of what is %s', (status) => {
    const { status: own } = eligibilityOf(facts(), status, machine);
    expect(checkStatusOf(eligibilityOf(facts(), status, machine), fine)).toBe(own);
    expect(own).not.toBe('eligible');
  });

  test('blocked rather than unknown where trust is refused', () => {
    const unknown = eligibilityOf(facts(), 'unknown', machine);
    expect(checkStatusOf(unknown, { ...fine, trustAccepted: false })).toBe('blocked');
  });
});

test('all reasons are told at once, in the order of the table (ELI-REASONS)', () => {
  const demanding = facts({
    requiredProtocolMajor: 2n,
    minPalyraVersion: '0.10.0',
    maxPalyraVersion: '0.0.9',
    deviceCapabilities: ['camera', 'scale'],
    nodeCapabilities: ['relay'],
  });
  expect(eligibilityOf(demanding, 'quarantined', machine).reasons).toEqual([
    'protocol_unsupported',
    'host_too_old',
    'host_too_new',
    'quarantined',
    'missing_device_capability',
    'missing_node_capability',
  ]);
});

test('what is no version fits no host (ELI-MINIMUM, ELI-MAXIMUM)', () => {
  expect(eligibilityOf(facts({ minPalyraVersion: 'soon' }), 'active', machine).reasons).toEqual(['host_too_old']);
  expect(eligibilityOf(facts({ maxPalyraVersion: '' }), 'active', machine).reasons).toEqual(['host_too_new']);
});
