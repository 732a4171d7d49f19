import { signatureRecordToJson } from '#reference/artifact/signature-record.ts';
import { manifestToJson } from '#reference/manifest/to-json.ts';
import { compareBytes } from '#reference/text/byte-order.ts';
import type { Json } from '#spec/json/value.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import type { SkillInfo } from './info.ts';
import { entryToJson } from './shelf-output.ts';

export function infoJson({ entry, inspection, path }: SkillInfo): string {
  return jsonDocument(
    new Map<string, Json>([
      ['inventory', entryToJson(entry)],
      ['manifest', manifestToJson(inspection.manifest)],
      ['signature', signatureRecordToJson(inspection.signature)],
      ['artifact_entries', [...inspection.entries.keys()].sort(compareBytes)],
      ['cached_artifact_path', path],
    ]),
  );
}

export function infoText({ entry, inspection, path }: SkillInfo): string {
  const { record, installState, runtimeStatus, eligibility } = entry.inventory;
  const { name, compat, entrypoints } = inspection.manifest;
  const first = markedLine('skills.info', {
    skill_id: record.skillId,
    version: record.version,
    publisher: record.publisher,
    name,
    install_state: installState,
    runtime_status: runtimeStatus.status,
    trust: record.trustDecision,
    eligibility: eligibility.status,
  });
  const second = markedLine('skills.info.requirements', {
    protocol_major: compat.requiredProtocolMajor,
    min_palyra_version: compat.minPalyraVersion,
    tool_count: entrypoints.tools.length,
    cached_artifact: path,
  });
  return first + second;
}
