import { parseJson } from '#spec/json/parse.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { checkGovernance } from './governance.ts';

declare const valid: unique symbol;
/** A document that has passed `parseDocument`; it holds what it held, members that nobody knows included. */
export type A2uiDocument = JsonObject & { readonly [valid]: true };

const largest = 2n ** 64n - 1n;

export function parseDocument(bytes: Uint8Array): Result<A2uiDocument> {
  const json = parseJson(bytes);
  if (!json.ok) return fail({ code: 'a2ui.not-json', detail: json.problem, offset: json.offset });
  return validateDocument(json.value);
}

/** The checks of section 2, in their order. */
function validateDocument(document: Json): Result<A2uiDocument> {
  if (!isJsonObject(document)) return fail({ code: 'a2ui.not-object' });

  // A2-DOC-VERSION
  const version = readVersion(document.get('v'));
  if (version === 'missing') return fail({ code: 'a2ui.v-missing' });
  if (version === 'type') return fail({ code: 'a2ui.v-type' });
  if (version !== 1n) return fail({ code: 'a2ui.v-unsupported', version });

  // A2-DOC-SURFACE: nothing is trimmed.
  const surface = document.get('surface');
  if (surface === undefined) return fail({ code: 'a2ui.surface-missing' });
  if (typeof surface !== 'string') return fail({ code: 'a2ui.surface-type' });
  if (surface === '') return fail({ code: 'a2ui.surface-empty' });

  // A2-DOC-COMPONENTS
  const components = document.get('components');
  if (components === undefined) return fail({ code: 'a2ui.components-missing' });
  if (!isJsonArray(components)) return fail({ code: 'a2ui.components-type' });
  if (components.length === 0) return fail({ code: 'a2ui.components-empty' });

  const experimental = document.get('experimental');
  if (experimental !== undefined) {
    // A2-GOV-OBJECT
    if (!isJsonObject(experimental)) return fail({ code: 'a2ui.experimental-type' });
    const governance = checkGovernance(experimental);
    if (!governance.ok) return governance;
  }
  return ok(document as A2uiDocument);
}

/** An integer literal keeps its type, so `1.0` is another value than `1`. */
export function readVersion(v: Json | undefined): bigint | 'missing' | 'type' {
  if (v === undefined) return 'missing';
  return typeof v === 'bigint' && v >= 0n && v <= largest ? v : 'type';
}
