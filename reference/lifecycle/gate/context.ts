import { parseJson } from '#spec/json/parse.ts';
import { isJsonObject, type Json } from '#spec/json/value.ts';
import { isBlank, trim } from '../../text/white-space.ts';

/** What an input is about: an installed skill, no such thing, or nothing that can be judged. */
export type GateContext =
  | { readonly kind: 'invalid' }
  | { readonly kind: 'no-skill' }
  | {
      readonly kind: 'skill';
      /** As it is given. */
      readonly skillId: string;
      /** Trimmed, as the runner has it; null where none is given. */
      readonly version: string | null;
    };

const invalid: GateContext = { kind: 'invalid' };

export function readContext(input: Uint8Array): GateContext {
  const json = parseJson(input);
  // GATE-INPUT; GATE-REPEATED: only one of the two values would be judged here, and the other may be run.
  if (!json.ok || json.repeated.length > 0 || !isJsonObject(json.value)) return invalid;
  const skillId = nameIn(json.value.get('skill_id'));
  const version = nameIn(json.value.get('skill_version'));
  // GATE-SKILL-ID, GATE-VERSION-TEXT
  if (skillId === undefined || version === undefined) return invalid;
  if (skillId === null) {
    // GATE-VERSION-ALONE, GATE-NO-SKILL
    return version === null ? { kind: 'no-skill' } : invalid;
  }
  // GATE-MODULE, GATE-NULL
  const module = [json.value.get('module_wat'), json.value.get('module_base64')];
  if (module.some((value) => value !== undefined && value !== null)) return invalid;
  return { kind: 'skill', skillId, version: version === null ? null : trim(version) };
}

/** GATE-NULL: null and absence are one. Undefined for what is no name. */
function nameIn(value: Json | undefined): string | null | undefined {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' && !isBlank(value) ? value : undefined;
}
