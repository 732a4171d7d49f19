import { capabilityClasses } from '#spec/contracts/vocabulary.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { configStates, differenceCategories, discoveryStates } from '#spec/plugins.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { problemDetail } from '../../record/problem.ts';
import {
  listOf,
  nameAmong,
  optional,
  orNull,
  type Reader,
  readAny,
  readFlag,
  readI64,
  readText,
  readU32,
  recordOf,
  required,
} from '../../record/read.ts';
import { noCapabilities } from '../../runtime/runner/policy.ts';
import type { BindingOperator, BindingRequest, CapabilityProfile, PluginBinding } from './binding.ts';

const texts = listOf(readText);
const maybeText = orNull(readText);
const nothing: readonly string[] = [];

/** A list of a profile can be left out: what is not granted by name is not granted. */
const profile: Reader<CapabilityProfile> = recordOf(
  {
    http_hosts: optional('http_hosts', texts, nothing),
    secrets: optional('secrets', texts, nothing),
    storage_prefixes: optional('storage_prefixes', texts, nothing),
    channels: optional('channels', texts, nothing),
  },
  'refused',
);

const operatorFields = recordOf(
  {
    displayName: optional('display_name', maybeText, null),
    notes: optional('notes', maybeText, null),
    ownerPrincipal: optional('owner_principal', maybeText, null),
    updatedBy: optional('updated_by', maybeText, null),
    tags: optional('tags', texts, nothing),
  },
  'refused',
);

const operator: Reader<BindingOperator> = (json, path) => {
  const read = operatorFields(json, path);
  if (!read.ok) return read;
  const { displayName, notes, ownerPrincipal, updatedBy, tags } = read.value;
  return {
    ok: true,
    value: {
      displayName: displayName ?? undefined,
      notes: notes ?? undefined,
      ownerPrincipal: ownerPrincipal ?? undefined,
      updatedBy: updatedBy ?? undefined,
      tags,
    },
  };
};

const noOperator: BindingOperator = {
  displayName: undefined,
  notes: undefined,
  ownerPrincipal: undefined,
  updatedBy: undefined,
  tags: [],
};

/** What was cached is handed on as it is once its fields are known to be the right ones. */
function cached(shape: Reader<unknown>): Reader<JsonObject> {
  return (json, path) => {
    const read = shape(json, path);
    // A record is an object.
    return read.ok ? { ok: true, value: json as JsonObject } : read;
  };
}

const maybeI64 = orNull(readI64);
const issue = recordOf(
  {
    code: required('code', readText),
    severity: required('severity', readText),
    message: required('message', readText),
    remediation: required('remediation', readText),
  },
  'refused',
);
const discovery = cached(
  recordOf(
    {
      state: required('state', nameAmong(discoveryStates)),
      lastScanned: optional('last_scanned_at_unix_ms', maybeI64, null),
      reasons: optional('reasons', texts, nothing),
      missingPaths: optional('missing_paths', texts, nothing),
      filesystem: optional(
        'filesystem',
        recordOf({ safe: required('safe', readFlag), issues: optional('issues', listOf(issue), []) }, 'refused'),
        { safe: true, issues: [] },
      ),
    },
    'refused',
  ),
);
const difference = recordOf(
  {
    category: required('category', nameAmong(differenceCategories)),
    kind: required('capability_kind', nameAmong(capabilityClasses)),
    value: required('value', readText),
    message: optional('message', readText, ''),
  },
  'refused',
);
const capabilityDiff = cached(
  recordOf(
    {
      valid: required('valid', readFlag),
      declared: optional('declared', profile, noCapabilities),
      granted: optional('granted', profile, noCapabilities),
      effective: optional('effective', profile, noCapabilities),
      entries: optional('entries', listOf(difference), []),
    },
    'refused',
  ),
);
/** A report of a negotiation may say more than is known here. */
const typedContracts = cached(recordOf({}, 'ignored'));
const config = cached(
  recordOf(
    {
      schemaVersion: required('schema_version', readU32),
      path: required('path', readText),
      contractVersion: optional('contract_schema_version', orNull(readU32), null),
      payloadSha256: optional('manifest_payload_sha256', maybeText, null),
      validation: required(
        'validation',
        recordOf(
          {
            state: required('state', nameAmong(configStates)),
            issues: optional('issues', listOf(readAny), []),
            redactedFields: optional('redacted_fields', texts, nothing),
          },
          'refused',
        ),
      ),
    },
    'refused',
  ),
);

const requestFields = {
  pluginId: required('plugin_id', readText),
  skillId: required('skill_id', readText),
  skillVersion: optional('skill_version', maybeText, null),
  toolId: optional('tool_id', maybeText, null),
  modulePath: optional('module_path', maybeText, null),
  entrypoint: optional('entrypoint', maybeText, null),
  profile: optional('capability_profile', profile, noCapabilities),
  operator: optional('operator', operator, noOperator),
};

const request = recordOf({ ...requestFields, enabled: optional('enabled', readFlag, true) }, 'refused');

const record = recordOf(
  {
    ...requestFields,
    enabled: required('enabled', readFlag),
    discovery: optional('discovery', discovery, new Map<string, Json>([['state', 'unknown']])),
    config: optional('config', orNull(config), null),
    capabilityDiff: optional('capability_diff', capabilityDiff, new Map<string, Json>([['valid', true]])),
    typedContracts: optional('typed_contracts', typedContracts, new Map()),
    createdAtUnixMs: required('created_at_unix_ms', readI64),
    updatedAtUnixMs: required('updated_at_unix_ms', readI64),
  },
  'refused',
);

type Optionals = 'skillVersion' | 'toolId' | 'modulePath' | 'entrypoint';
type Read = Omit<BindingRequest, Optionals> & { readonly [N in Optionals]: string | null };

/** The shape alone: what the values are is judged when they are brought into normal form. */
export function readBindingRequest(json: Json): Result<BindingRequest> {
  const read = request(json, '');
  return read.ok ? ok(asRequest(read.value)) : badRecord(read.problem);
}

export function readBinding(json: Json, path: string): Result<PluginBinding> {
  const read = record(json, path);
  if (!read.ok) return badRecord(read.problem);
  const { discovery, config, capabilityDiff, typedContracts, createdAtUnixMs, updatedAtUnixMs, ...rest } = read.value;
  const cached = { discovery, config: config ?? undefined, capabilityDiff, typedContracts };
  return ok({ ...asRequest(rest), cached, createdAtUnixMs, updatedAtUnixMs });
}

function asRequest({ skillVersion, toolId, modulePath, entrypoint, ...rest }: Read): BindingRequest {
  return {
    ...rest,
    skillVersion: skillVersion ?? undefined,
    toolId: toolId ?? undefined,
    modulePath: modulePath ?? undefined,
    entrypoint: entrypoint ?? undefined,
  };
}

function badRecord(problem: Parameters<typeof problemDetail>[0]) {
  const code = problem.kind === 'too-large' ? 'plugins.too-large' : 'plugins.bad-record';
  return fail({ code, ...problemDetail(problem) });
}
