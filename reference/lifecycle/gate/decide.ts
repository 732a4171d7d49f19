import type { GateCode, SkillStatus } from '#spec/eligibility.ts';
import { asciiLower } from '../../text/white-space.ts';
import type { InstalledIndex } from '../index/installed-index.ts';
import type { StatusRow } from '../step/types.ts';
import { readContext } from './context.ts';
import { decidingRow, versionToJudge } from './deciding-row.ts';

export interface GateDecision {
  readonly code: GateCode;
  /** In lower case; null where no skill is named. */
  readonly skillId: string | null;
  readonly version: string | null;
  readonly status: SkillStatus | null;
}

export interface GateQuestion {
  /** Undefined where they could not be read. */
  readonly statuses: readonly StatusRow[] | undefined;
  /** Undefined where the gate is not told what is installed. One that cannot be read is to be given as empty. */
  readonly index: InstalledIndex | undefined;
  /** Of `palyra.plugin.run`. */
  readonly input: Uint8Array;
}

/** GATE-ORDER: whether an agent may run what an input names. */
export function gateDecision({ statuses, index, input }: GateQuestion): GateDecision {
  const context = readContext(input);
  if (context.kind !== 'skill') {
    const code = context.kind === 'invalid' ? 'skill.execution.invalid_context' : 'skill.execution.not_applicable';
    return { code, skillId: null, version: null, status: null };
  }
  const skillId = asciiLower(context.skillId);
  const undecided = { skillId, version: context.version, status: null };
  // GATE-UNREADABLE
  if (statuses === undefined) return { code: 'skill.execution.evaluation_error', ...undecided };
  const version = versionToJudge(context, index);
  if (version === undefined) return { code: 'skill.execution.missing', ...undecided };
  const row = decidingRow(statuses, { skillId, version });
  // GATE-NO-ROW
  if (row === undefined) return { code: 'skill.execution.missing', ...undecided, version };
  // GATE-ACTIVE
  const code = row.status === 'active' ? 'skill.execution.allowed' : 'skill.execution.denied';
  return { code, skillId, version: row.version, status: row.status };
}
