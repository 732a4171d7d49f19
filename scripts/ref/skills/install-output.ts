import { type InstalledRecord, recordToJson } from '#reference/lifecycle/index/installed-index.ts';
import type { Json } from '#spec/json/value.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import type { OpenState } from '../state-root.ts';
import type { Installation } from './install.ts';

/** What is told of a version that has become the current one. */
export function installedOutput({ result, record }: Installation, state: OpenState, asJson: boolean): string {
  const eventKind = result === 'updated' ? 'skill.updated' : 'skill.installed';
  const { skillId, version, publisher, trustDecision, source } = record;
  const { skillsFolder, trustStorePath } = state;
  if (!asJson) {
    return markedLine(eventKind, {
      skill_id: skillId,
      version,
      publisher,
      trust: trustDecision,
      source: `${source.kind}:${source.reference}`,
      skills_root: skillsFolder,
      trust_store: trustStorePath,
    });
  }
  const fields: [string, Json][] = [...recordToJson(asInstalled(record))].filter(([field]) => !later.has(field));
  return jsonDocument(
    new Map<string, Json>([
      ['event_kind', eventKind],
      ...fields,
      ['skills_root', skillsFolder],
      ['trust_store', trustStorePath],
    ]),
  );
}

/** What `skills update` tells where there is nothing to do. */
export function currentOutput(
  { skillId, version }: Pick<InstalledRecord, 'skillId' | 'version'>,
  { skillsFolder }: OpenState,
  asJson: boolean,
): string {
  const fields = { updated: false, reason: 'already_current', skill_id: skillId, version, skills_root: skillsFolder };
  if (!asJson) return markedLine('skill.updated', fields);
  return jsonDocument(new Map<string, Json>([['event_kind', 'skill.updated'], ...Object.entries(fields)]));
}

const later: ReadonlySet<string> = new Set(['current', 'installed_at_unix_ms']);

function asInstalled(record: Installation['record']): InstalledRecord {
  return { ...record, current: true, installedAtUnixMs: 0n };
}
