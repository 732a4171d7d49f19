import { isJsonArray, type Json, type JsonObject } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { isBlank } from '../../text/white-space.ts';

const requiredTexts = ['track_id', 'feature_flag', 'support_summary'] as const;
const requiredLists = ['security_review', 'exit_criteria'] as const;
const named: ReadonlyMap<string, readonly string[]> = new Map([
  ['rollout_stage', ['disabled', 'dark_launch', 'operator_preview', 'limited_preview']],
  ['ambient_mode', ['disabled', 'push_to_talk']],
]);

/** A2-GOV-ORDER: one member after the other, as the table has them. */
export function checkGovernance(governance: JsonObject): Result<undefined> {
  for (const field of requiredTexts) {
    const checked = checkText(field, governance.get(field));
    if (!checked.ok) return checked;
  }
  for (const field of requiredLists) {
    const checked = checkList(field, governance.get(field));
    if (!checked.ok) return checked;
  }
  for (const [field, names] of named) {
    const value = governance.get(field);
    if (value === undefined) continue;
    if (typeof value !== 'string') return fail({ code: 'a2ui.governance-type', field });
    // A2-GOV-NAMES: neither trimmed nor folded.
    if (!names.includes(value)) return fail({ code: 'a2ui.governance-value', field, value });
  }
  const consent = governance.get('consent_required') ?? false;
  if (governance.has('consent_required') && typeof governance.get('consent_required') !== 'boolean') {
    return fail({ code: 'a2ui.governance-type', field: 'consent_required' });
  }
  // A2-GOV-CONSENT
  if (governance.get('ambient_mode') === 'push_to_talk' && consent !== true) {
    return fail({ code: 'a2ui.consent-missing' });
  }
  return ok(undefined);
}

function checkText(field: string, value: Json | undefined): Result<undefined> {
  if (value === undefined) return fail({ code: 'a2ui.governance-missing', field });
  if (typeof value !== 'string') return fail({ code: 'a2ui.governance-type', field });
  return isBlank(value) ? fail({ code: 'a2ui.governance-empty', field }) : ok(undefined);
}

function checkList(field: string, value: Json | undefined): Result<undefined> {
  if (value === undefined) return fail({ code: 'a2ui.governance-missing', field });
  if (!isJsonArray(value)) return fail({ code: 'a2ui.governance-type', field });
  if (value.length === 0) return fail({ code: 'a2ui.governance-empty', field });
  for (const [index, each] of value.entries()) {
    const checked = checkText(`${field}[${index}]`, each);
    if (!checked.ok) return checked;
  }
  return ok(undefined);
}
