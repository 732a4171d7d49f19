import type { Case } from '../../../../case.ts';
import { accepted, changed, insert, put, remove } from '../../../../rows.ts';
import { grant } from '../given.ts';
import { answers, asking, type Members } from './asking.ts';

const codes = ['EXT-DOCTOR'] as const;
const grants = ['EXT-DOCTOR-GRANTS'] as const;
const status = ['EXT-DOCTOR-STATUS'] as const;
const ready = 'lifecycle/extensions-doctor-ready';
const granted = ['request', 'granted'] as const;

function row(name: string): string {
  return `lifecycle/extensions-doctor-${name}`;
}

const host = grant('network', 'api.example.com');
const camera = grant('device', 'camera');
const excess = 'excess_capability_grant';
const missing = 'missing_capability_grant';
const audit = ['quarantine_required', 'security_audit_failed'] as const;

function examining(requested: readonly Members[], given: readonly Members[] | null, audit_passed = true) {
  return asking('doctor', { requested, granted: given, audit_passed });
}

const isReady = answers({ status: 'ready', reason_codes: [], record_status: 'verified' });

function isBlocked(record_status: string, ...reason_codes: readonly string[]) {
  return answers({ status: 'blocked', reason_codes, record_status });
}

export const doctorCases: readonly Case[] = [
  accepted(ready, [...codes, ...status, ...grants], examining([host], [host]), isReady),
  accepted(row('ready-without-named-grants'), grants, examining([host, camera], null), isReady),
  accepted(row('ready-without-any-request'), grants, examining([], []), isReady),
  accepted(row('ready-with-blank-grants'), codes, examining([host], [host, { class: 'device', value: ' ' }]), isReady),
  changed(row('grants-named-and-none'), grants, ready, remove([...granted, 0]), isBlocked('failed', missing)),
  changed(row('missing'), [...codes, ...status], ready, put([...granted], []), isBlocked('failed', missing)),
  changed(row('excess'), [...codes, ...status], ready, insert([...granted, 0], camera), isBlocked('failed', excess)),
  changed(
    row('missing-and-excess'),
    [...codes, ...status],
    ready,
    put([...granted, 0, 'value'], 'b.example.com'),
    isBlocked('failed', excess, missing),
  ),
  changed(
    row('audit-failed'),
    [...codes, ...status],
    ready,
    put(['request', 'audit_passed'], false),
    isBlocked('quarantined', ...audit),
  ),
  changed(
    row('audit-failed-without-named-grants'),
    [...codes, ...status],
    row('ready-without-named-grants'),
    put(['request', 'audit_passed'], false),
    isBlocked('quarantined', ...audit),
  ),
  accepted(
    row('audit-failed-and-missing'),
    [...codes, ...status],
    examining([host], [], false),
    isBlocked('quarantined', missing, ...audit),
  ),
  accepted(
    row('everything-at-once'),
    [...codes, ...status],
    examining([host], [camera], false),
    isBlocked('quarantined', excess, missing, ...audit),
  ),
];
