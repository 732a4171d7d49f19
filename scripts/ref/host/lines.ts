import type { HookOutcome } from '#reference/lifecycle/hooks/outcome.ts';
import type { SkillVersion } from '#reference/lifecycle/index/installed-index.ts';
import { describeFailure } from '#spec/failure/describe.ts';
import type { Failure } from '#spec/failure.ts';
import type { Json } from '#spec/json/value.ts';
import { encodeJson } from '#spec/json/write.ts';
import { escapeInvisible, markedLine } from '../../cli/terminal.ts';
import type { Place } from './follow-journal.ts';

/** One thing that a host did. */
export interface HostLine {
  readonly marker: string;
  readonly fields: { readonly [key: string]: string | bigint | number | boolean };
}

export function lineText({ marker, fields }: HostLine, asJson: boolean): string {
  if (!asJson) return markedLine(marker, fields);
  const numbers = Object.entries(fields).map(([key, value]): [string, Json] => [
    key,
    typeof value === 'number' ? BigInt(value) : value,
  ]);
  return `${escapeInvisible(encodeJson(new Map<string, Json>([['line', marker], ...numbers])))}\n`;
}

export function outcomeLine(event: string, outcome: HookOutcome): HostLine {
  const about = { event, hook_id: outcome.hook.hookId, plugin_id: outcome.hook.pluginId };
  if (outcome.kind === 'failed') {
    return { marker: 'hook.failed', fields: { ...about, failure: outcome.why, detail: outcome.detail } };
  }
  const { source, exitCode } = outcome.run;
  const skill = { skill_id: source.skill?.skillId ?? '', version: source.skill?.version ?? '' };
  return { marker: 'hook.dispatched', fields: { ...about, ...skill, exit_code: exitCode } };
}

export function quarantineLine({ skillId, version }: SkillVersion, reason: string | null): HostLine {
  return { marker: 'skill.quarantined', fields: { skill_id: skillId, version, reason: reason ?? 'none' } };
}

/** HOOK-CURSOR-LOST */
export function placeLine({ seq, lost }: Place): HostLine {
  return { marker: 'host.cursor', fields: { why: lost ?? 'none', passed_over_up_to: seq } };
}

export function problemLine(what: string, failure: Failure): HostLine {
  return { marker: 'host.problem', fields: { what, code: failure.code, detail: describeFailure(failure) } };
}
