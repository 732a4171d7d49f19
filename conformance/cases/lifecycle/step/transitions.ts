import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, put, rejected } from '../../../rows.ts';
import { type Fields, hex } from '../index-document/given.ts';
import {
  announced,
  answers,
  audit,
  type Decided,
  enable,
  finding,
  loggedDecision,
  type Outcome,
  quarantine,
  reaudit,
  row,
  type Status,
  stepping,
  written,
} from './given.ts';

const before = ['no-row', 'active', 'quarantined', 'disabled'] as const;
type Before = (typeof before)[number];

function rows(world: World, status: Before): readonly Fields[] {
  return status === 'no-row' ? [] : [row(world, status)];
}

interface Kind {
  readonly name: string;
  readonly proves: readonly RequirementId[];
  readonly event: (world: World) => Fields;
  /** What is decided, null where nothing is. */
  readonly decides: (before: Before) => Omit<Decided, 'now' | 'createdAt'> | null;
  readonly result: (decided: boolean) => string;
  readonly logged: boolean;
  readonly isReaudit?: true;
}

const failed = { kind: 'refused', detail: 'signature is invalid' };

function sound(world: World): Fields {
  const artifact_sha256 = hex(world, 'artifact 1.0.0');
  return {
    kind: 'audited',
    should_quarantine: false,
    reasons: [],
    artifact_sha256,
    skill_id: world.skillId,
    version: '1.0.0',
  };
}

const joined = 'console_audit: too many exports | wildcard host';

const kinds: readonly Kind[] = [
  {
    name: 'quarantine',
    proves: ['LIFE-QUARANTINE', 'LIFE-UPSERT', 'LIFE-JOURNAL', 'LIFE-HOOKS', 'LIFE-LOG', 'LIFE-EFFECTS'],
    event: (world) => quarantine(world),
    decides: () => ({ status: 'quarantined', reason: 'under review' }),
    result: () => 'quarantined',
    logged: true,
  },
  {
    name: 'enable',
    proves: ['LIFE-ENABLE', 'LIFE-UPSERT', 'LIFE-JOURNAL', 'LIFE-HOOKS', 'LIFE-LOG'],
    event: (world) => enable(world),
    decides: () => ({ status: 'active', reason: 'under review' }),
    result: () => 'enabled',
    logged: true,
  },
  {
    name: 'audit-failed',
    proves: ['LIFE-AUDIT', 'LIFE-UPSERT', 'LIFE-JOURNAL', 'LIFE-HOOKS', 'LIFE-LOG'],
    event: (world) => audit(world),
    decides: () => ({ status: 'quarantined', reason: joined }),
    result: () => 'quarantined',
    logged: false,
  },
  {
    name: 'audit-without-consequences',
    proves: ['LIFE-AUDIT', 'LIFE-LOG'],
    event: (world) => audit(world, { quarantine_on_fail: false }),
    decides: () => null,
    result: () => 'audited',
    logged: false,
  },
  {
    name: 'audit-passed',
    proves: ['LIFE-AUDIT', 'LIFE-NO-RELEASE', 'LIFE-LOG'],
    event: (world) => audit(world, { should_quarantine: false, reasons: [] }),
    decides: () => null,
    result: () => 'audited',
    logged: false,
  },
  {
    name: 'reaudit-failed',
    proves: ['REAUDIT-REASONS', 'REAUDIT-ONCE', 'LIFE-LOG'],
    event: (world) => reaudit(finding(world, failed)),
    decides: (status) =>
      status === 'quarantined'
        ? null
        : {
            status: 'quarantined',
            reason: 'periodic_reaudit_failed: signature is invalid',
            principal: 'system:daemon',
          },
    result: () => 'reaudited',
    logged: false,
    isReaudit: true,
  },
  {
    name: 'reaudit-passed',
    proves: ['LIFE-NO-RELEASE', 'LIFE-LOG'],
    event: (world) => reaudit(finding(world, sound(world))),
    decides: () => null,
    result: () => 'reaudited',
    logged: false,
    isReaudit: true,
  },
];

function outcome(world: World, kind: Kind, from: Before): Outcome {
  const decides = kind.decides(from);
  const next = kind.isReaudit ? world.nowUnixMs + 21_600_000n : null;
  if (decides === null) return { result: kind.result(false), statuses: rows(world, from), next };
  const createdAt = from === 'no-row' ? world.nowUnixMs : world.nowUnixMs - 9000n;
  const now = written(world, { ...decides, createdAt });
  const log = kind.logged ? [loggedDecision(world, now)] : [];
  return { result: kind.result(true), statuses: [now], next, log, ...announced(now) };
}

/** Every event in every status: from no row, and the same with a row. */
function transitions(kind: Kind): readonly Case[] {
  const [bare, ...others] = before.map((from) => ({ from, id: `lifecycle/${kind.name}-from-${from}` }));
  if (bare === undefined) return [];
  return [
    accepted(
      bare.id,
      kind.proves,
      stepping((world) => ({ event: kind.event(world) })),
      answers((world) => outcome(world, kind, 'no-row')),
    ),
    ...others.map(({ from, id }) =>
      changed(
        id,
        kind.proves,
        bare.id,
        (world) => put(['state', 'statuses'], rows(world, from)),
        answers((world) => outcome(world, kind, from)),
      ),
    ),
  ];
}

const withoutOverride = before.map((from) =>
  rejected(
    `lifecycle/enable-without-override-from-${from}`,
    ['LIFE-OVERRIDE'],
    `lifecycle/enable-from-${from}-asked`,
    'lifecycle.override-required',
    put(['event', 'override'], false),
  ),
);

const asked = before.map((from) =>
  accepted(
    `lifecycle/enable-from-${from}-asked`,
    ['LIFE-ENABLE', 'LIFE-OVERRIDE'],
    stepping((world) => ({ statuses: rows(world, from), event: enable(world, { reason: null }) })),
    answers((world) => {
      const createdAt = from === 'no-row' ? world.nowUnixMs : world.nowUnixMs - 9000n;
      const now = written(world, { status: 'active', reason: null, createdAt });
      return { result: 'enabled', statuses: [now], log: [loggedDecision(world, now)], ...announced(now) };
    }),
  ),
);

/** No event of these makes a row disabled, and none takes the word for anything else. */
const statuses: readonly Status[] = ['active', 'quarantined', 'disabled'];

const reading = statuses.map((status) =>
  accepted(
    `lifecycle/row-${status}-kept`,
    ['LIFE-STATUS-NAMES', 'LIFE-DISABLED', 'LIFE-NO-RELEASE'],
    stepping((world) => ({
      statuses: [row(world, status, { version: '0.9.0', reason: null })],
      event: audit(world, { should_quarantine: false }),
    })),
    answers((world) => ({ result: 'audited', statuses: [row(world, status, { version: '0.9.0', reason: null })] })),
  ),
);

export const transitionCases: readonly Case[] = [
  ...kinds.flatMap(transitions),
  ...asked,
  ...withoutOverride,
  ...reading,
];
