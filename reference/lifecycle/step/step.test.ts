import { describe, expect, test } from 'vitest';
import type { Json } from '#spec/json/value.ts';
import { emptyIndex, type InstalledRecord } from '../index/installed-index.ts';
import { readBack } from './read-back.ts';
import {
  eventFromJson,
  type LifecycleState,
  type StatusRow,
  type Step,
  stateFromJson,
  statusesFromJson,
  step,
} from './step.ts';

const none: LifecycleState = { index: emptyIndex, statuses: [], nextReauditUnixMs: null };
const policy = { quarantineNew: false, reauditIntervalMs: 1n };

function record(skillId: string): InstalledRecord {
  return {
    ...{ skillId, version: '1.0.0', publisher: 'acme', current: true, installedAtUnixMs: 0n },
    ...{ artifactSha256: '', payloadSha256: '', signatureKeyId: '', trustDecision: '' },
    source: { kind: '', reference: '' },
    missingSecrets: [],
  };
}

function many(length: number): readonly InstalledRecord[] {
  return Array.from({ length }, (_, place) => record(`a.s${String(place).padStart(6, '0')}`));
}

describe('bounds (LIFE-BULK)', () => {
  const install = {
    kind: 'install',
    record: record('z'),
    audit: { passed: true, shouldQuarantine: false, quarantineReasons: [], checks: null },
  } as const;

  test('one more skill than an index can hold is not installed', () => {
    const holding = (length: number) => ({ ...none, index: { ...emptyIndex, entries: many(length) } });
    expect(step(holding(99_999), policy, install, 0n)).toMatchObject({ ok: true });
    expect(step(holding(100_000), policy, install, 0n)).toMatchObject({ failure: { code: 'lifecycle.too-large' } });
  });

  test('a re-audit of one hundred thousand skills that all fail takes seconds, not hours', () => {
    const entries = many(100_000);
    const findings = entries.map(({ skillId, version }) => ({
      skillId,
      version,
      finding: { kind: 'missing', detail: 'x' } as const,
    }));
    const began = performance.now();
    const done = step({ ...none, index: { ...emptyIndex, entries } }, policy, { kind: 'reaudit', findings }, 0n);
    expect(done.ok && done.value.journal.length).toBe(100_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('a thousand reasons are read, and one more is refused', () => {
    const event = (length: number) =>
      new Map<string, Json>([
        ['kind', 'audit'],
        ['skill_id', 'a'],
        ['version', '1'],
        ['should_quarantine', true],
        ['reasons', Array.from({ length }, () => 'x')],
        ['quarantine_on_fail', true],
        ['principal', 'user:ann'],
      ]);
    expect(eventFromJson(event(1000))).toMatchObject({ ok: true });
    expect(eventFromJson(event(1001))).toMatchObject({ failure: { code: 'lifecycle.too-large' } });
  });

  test('the longest reason that an event can make is read again', () => {
    const longest = { shouldQuarantine: true, reasons: Array.from({ length: 1000 }, () => 'x'.repeat(4096)) };
    const audit = { kind: 'audit', skillId: 'a', version: '1', quarantineOnFail: true, principal: 'user:ann' } as const;
    const done = step(none, policy, { ...audit, ...longest }, 0n);
    if (!done.ok) throw new Error(done.failure.code);
    const [row] = done.value.state.statuses;
    const json = new Map<string, Json>([
      ['skill_id', 'a'],
      ['version', '1'],
      ['status', 'quarantined'],
      ['reason', row?.reason ?? null],
      ['detected_at_ms', 0n],
      ['operator_principal', 'user:ann'],
      ['created_at_unix_ms', 0n],
      ['updated_at_unix_ms', 0n],
    ]);
    expect(statusesFromJson([json])).toMatchObject({ ok: true });
  });
});

describe('an event that leaves what cannot be read again is refused (LIFE-BULK)', () => {
  const tooLarge = (path: string) => ({ failure: { code: 'lifecycle.too-large', path } });
  const decided = { kind: 'quarantine', skillId: 'a', version: '1', reason: null, principal: 'user:ann' } as const;
  const audit = { passed: true, shouldQuarantine: false, quarantineReasons: [], checks: null };
  const long = 'x'.repeat(4097);

  test.each(['skillId', 'version', 'principal'] as const)(
    'a row with a long text, from the %s of the event',
    (field) => {
      const paths = { skillId: 'skill_id', version: 'version', principal: 'operator_principal' };
      expect(step(none, policy, { ...decided, [field]: long }, 0n)).toMatchObject(tooLarge(paths[field]));
      expect(step(none, policy, { ...decided, [field]: long.slice(1) }, 0n)).toMatchObject({ ok: true });
    },
  );

  test('a record with a long text, or with more secrets than a record can have', () => {
    const install = (changes: Partial<InstalledRecord>) =>
      step(none, policy, { kind: 'install', record: { ...record('z'), ...changes }, audit }, 0n);
    const source = (reference: string) => ({ source: { kind: '', reference } });
    expect(install(source(long))).toMatchObject(tooLarge('record.source.reference'));
    expect(install(source(long.slice(1)))).toMatchObject({ ok: true });
    const secrets = (length: number) => ({ missingSecrets: Array.from({ length }, () => ({ scope: '', key: '' })) });
    expect(install(secrets(1001))).toMatchObject(tooLarge('record.missing_secrets'));
    expect(install(secrets(1000))).toMatchObject({ ok: true });
  });

  test('one row more than a state can have', () => {
    const row: StatusRow = {
      ...{ skillId: 'a', version: '1', status: 'active' as const, reason: null, operatorPrincipal: '' },
      ...{ detectedAtMs: 0n, createdAtUnixMs: 0n, updatedAtUnixMs: 0n },
    };
    const before = { ...none, statuses: [row] };
    const leaving = (length: number): Step => ({
      ...{ result: 'quarantined', log: [], journal: [], effects: [] },
      state: { ...none, statuses: Array.from({ length }, () => row) },
    });
    expect(readBack(before, leaving(1_000_000))).toMatchObject({ ok: true });
    expect(readBack(before, leaving(1_000_001))).toMatchObject(tooLarge('statuses'));
  });
});

test('two skills whose ids differ in case alone have one row, and one is told (REAUDIT-ONCE)', () => {
  const entries = [record('A'), record('a')];
  const findings = entries.map(({ skillId, version }) => ({
    skillId,
    version,
    finding: { kind: 'missing', detail: '' } as const,
  }));
  const done = step({ ...none, index: { ...emptyIndex, entries } }, policy, { kind: 'reaudit', findings }, 0n);
  expect(done).toMatchObject({ ok: true, value: { journal: [{ event: 'skill.quarantined' }] } });
});

test('a state is no state when its index is none (LIFE-READ-ORDER)', () => {
  const state = new Map<string, Json>([
    ['index', null],
    ['statuses', []],
    ['next_reaudit_unix_ms', null],
  ]);
  expect(stateFromJson(state)).toMatchObject({ failure: { code: 'index.shape' } });
});
