import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { type Governance, rolloutStages } from './document.ts';
import { renderLimits as limits } from './limits.ts';
import { dashed, readFlag, readIdentifier, readText, readWord } from './text.ts';

const flagOthers = /[^A-Za-z0-9:._-]/g;

/** Section 5, in its order. Each member is read under its own name first, and under its other one where that is null. */
export function readGovernance(value: Json | undefined): Result<Governance | undefined> {
  if (value === undefined || value === null) return ok(undefined);
  if (!isJsonObject(value)) return fail({ code: 'a2ui.client-experimental' });
  const member = (name: string, other: string) => value.get(name) ?? value.get(other);

  const track = readText(member('track_id', 'trackId'), '', limits.trackId);
  if (track === '') return empty('track_id');
  const featureFlag = dashed(readText(member('feature_flag', 'featureFlag'), '', limits.featureFlag), flagOthers);
  if (featureFlag === '') return empty('feature_flag');
  const supportSummary = readText(member('support_summary', 'supportSummary'), '', limits.supportSummary);
  if (supportSummary === '') return empty('support_summary');

  const stage = readWord(member('rollout_stage', 'rolloutStage'), 'dark_launch', 32);
  const rolloutStage = rolloutStages.find((each) => each === stage) ?? 'dark_launch';
  const mode = readWord(member('ambient_mode', 'ambientMode'), 'disabled', 32);
  const ambientMode = mode === 'push_to_talk' ? mode : 'disabled';
  const consentRequired = readFlag(member('consent_required', 'consentRequired'));
  // A2C-GOV-CONSENT: before the lists are looked at.
  if (ambientMode === 'push_to_talk' && !consentRequired) return fail({ code: 'a2ui.client-consent' });

  const securityReview = checklist(member('security_review', 'securityReview'));
  if (securityReview.length === 0) return empty('security_review');
  const exitCriteria = checklist(member('exit_criteria', 'exitCriteria'));
  if (exitCriteria.length === 0) return empty('exit_criteria');

  const trackId = readIdentifier(track, 'track', limits.trackId);
  return ok({
    trackId,
    featureFlag,
    rolloutStage,
    ambientMode,
    consentRequired,
    supportSummary,
    securityReview,
    exitCriteria,
  });
}

function empty(field: string): Result<never> {
  return fail({ code: 'a2ui.client-governance', field });
}

function checklist(value: Json | undefined): readonly string[] {
  const entries: readonly Json[] = isJsonArray(value) ? value.slice(0, limits.checklist) : [];
  return entries.map((entry) => readText(entry, '', limits.checklistEntry)).filter((entry) => entry !== '');
}

export function governanceToJson(governance: Governance): JsonObject {
  return new Map<string, Json>(Object.entries(governance));
}
