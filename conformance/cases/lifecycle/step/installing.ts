import type { World } from '#fixtures/world.ts';
import { type Fields, installed, newRecord } from '../index-document/given.ts';
import { line, type Outcome } from './given.ts';

export const passed: Fields = {
  passed: true,
  should_quarantine: false,
  quarantine_reasons: [],
  checks: [{ check_id: 'manifest', status: 'pass' }],
};

export const failed: Fields = {
  passed: false,
  should_quarantine: true,
  quarantine_reasons: ['too many exports', 'wildcard host'],
  checks: [{ check_id: 'exports', status: 'fail', details: { count: 129n } }],
};

export function install(world: World, version = '1.1.0', fields: Fields = {}, audit: Fields = passed): Fields {
  return { kind: 'install', record: newRecord(world, version, fields), audit };
}

export function update(world: World, version = '1.1.0', fields: Fields = {}, audit: Fields = passed): Fields {
  return { ...install(world, version, fields, audit), kind: 'update' };
}

/** The record as it stands in the index once it is installed now. */
export function nowInstalled(world: World, version = '1.1.0', fields: Fields = {}): Fields {
  return installed(world, version, { installed_at_unix_ms: world.nowUnixMs, ...fields });
}

function identity(record: Fields): Fields {
  return {
    skill_id: record['skill_id'] ?? null,
    version: record['version'] ?? null,
    publisher: record['publisher'] ?? null,
  };
}

export function loggedAudit(world: World, record: Fields, audit: Fields): Fields {
  const { source } = record;
  const reference = typeof source === 'object' && source !== null && 'reference' in source ? source['reference'] : null;
  return line(world, 'skill.audit', { ...identity(record), source: reference ?? null, ...audit });
}

export function loggedRefusal(world: World, record: Fields, audit: Fields): Fields {
  return line(world, 'skill.quarantined', {
    ...identity(record),
    reason: 'static_security_audit_failed',
    quarantine_reasons: audit['quarantine_reasons'] ?? [],
  });
}

/** All of a record that is about the artifact, and nothing that is about its installation. */
function loggedInstallation(world: World, record: Fields, previous_version: string | null): Fields {
  const { security_scan, rollback_snapshot, ...told } = record;
  void security_scan;
  void rollback_snapshot;
  const kind = previous_version === null ? 'skill.installed' : 'skill.updated';
  return line(world, kind, { ...told, previous_version });
}

interface Installed {
  readonly version?: string;
  readonly fields?: Fields;
  readonly previous?: string | null;
  readonly audit?: Fields;
}

/** That this was installed, without what the index and the rows then hold. */
export function installs(world: World, what: Installed, more: Omit<Outcome, 'result'> = {}): Outcome {
  const { version = '1.1.0', fields = {}, previous = '1.0.0', audit = passed } = what;
  const record = newRecord(world, version, fields);
  const names = { skill_id: record['skill_id'] ?? null, version };
  const stored = [
    { kind: 'store-version', ...names },
    { kind: 'point-current', ...names },
  ];
  return {
    result: previous === null ? 'installed' : 'updated',
    changedAt: world.nowUnixMs,
    log: [loggedAudit(world, record, audit), loggedInstallation(world, record, previous)],
    ...more,
    effects: [...stored, ...(more.effects ?? [])],
  };
}
