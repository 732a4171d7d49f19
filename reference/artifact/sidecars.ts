import { skimJson } from '#spec/json/parse.ts';
import { isJsonArray, isJsonObject } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';

/** ART-SBOM: the little that is asked of a bill of materials before it is signed or believed. */
export function checkSbom(bytes: Uint8Array): Result<undefined> {
  const bad = (detail: string) => fail({ code: 'artifact.bad-sbom', detail });
  const json = skimJson(bytes, ['bomFormat', 'specVersion']);
  if (!json.ok) return bad(json.problem);
  if (!isJsonObject(json.value)) return bad('it must be an object');
  if (json.value.get('bomFormat') !== 'CycloneDX') return bad('bomFormat must be "CycloneDX"');
  const version = json.value.get('specVersion');
  if (typeof version !== 'string' || version === '') return bad('specVersion must be a text that is not empty');
  return ok(undefined);
}

/** ART-PROVENANCE: somebody built it, and it is about something. */
export function checkProvenance(bytes: Uint8Array): Result<undefined> {
  const bad = (detail: string) => fail({ code: 'artifact.bad-provenance', detail });
  const json = skimJson(bytes, ['builder', 'subject']);
  if (!json.ok) return bad(json.problem);
  if (!isJsonObject(json.value)) return bad('it must be an object');
  if (!isJsonObject(json.value.get('builder'))) return bad('builder must be an object');
  const subject = json.value.get('subject');
  if (!isJsonArray(subject) || subject.length === 0) return bad('subject must be a list that is not empty');
  return ok(undefined);
}
