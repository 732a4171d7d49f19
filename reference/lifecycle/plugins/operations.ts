import type { JsonObject } from '#spec/json/value.ts';
import type { OperationValue } from '#spec/operations.ts';
import { ok, type Result } from '#spec/result.ts';
import type { Parameters } from '#spec/subject.ts';
import { parseManifest } from '../../manifest/parse.ts';
import { type InputReader, MalformedInput } from '../../subject/read-input.ts';
import { installedSkill } from '../../subject/run-operations.ts';
import type { CapabilityProfile } from './binding.ts';
import { removeBinding, upsertBinding } from './change-bindings.ts';
import { checkBinding } from './check-binding.ts';
import type { ConfigInstance } from './check-config.ts';
import { bindingsToWire, profileToJson } from './encode-bindings.ts';
import { grantCall } from './grant-call.ts';
import { parseBinding, parsePluginBindings } from './parse-bindings.ts';
import { readBindingRequest } from './read-binding.ts';
import { bindingReportToJson } from './report-to-json.ts';

/** The operations on plugins, each as one call of the library. */
export const pluginOperations = {
  'plugins.load': (input: InputReader): Result<OperationValue<'plugins.load'>> => {
    const bindings = bindingsOf(input);
    return bindings.ok ? ok({ index: bindingsToWire(bindings.value) }) : bindings;
  },

  'plugins.bind': (input: InputReader): Result<OperationValue<'plugins.bind'>> => {
    const bindings = bindingsOf(input);
    if (!bindings.ok) return bindings;
    const request = readBindingRequest(input.json('request'));
    if (!request.ok) return request;
    const bound = upsertBinding(bindings.value, request.value, input.integer('nowUnixMs'));
    return bound.ok ? ok({ index: bindingsToWire(bound.value) }) : bound;
  },

  'plugins.remove': (input: InputReader): Result<OperationValue<'plugins.remove'>> => {
    const bindings = bindingsOf(input);
    if (!bindings.ok) return bindings;
    const now = input.integer('nowUnixMs');
    const left = removeBinding(bindings.value, input.text('pluginId'), input.texts('hooked'), now);
    return left.ok ? ok({ index: bindingsToWire(left.value) }) : left;
  },

  'plugins.check': (input: InputReader, host: Parameters): Result<OperationValue<'plugins.check'>> => {
    const binding = parseBinding(input.json('binding'), '');
    if (!binding.ok) return binding;
    const report = checkBinding(binding.value, {
      host,
      installed: input.listOrNull('installed')?.map(installedSkill) ?? 'the list of installed skills cannot be read',
      status: statusOf(input),
      trustDecision: input.textOrNull('trustDecision') ?? undefined,
      policy: listsOf(input.fields('policy')),
      config: configOf(input),
      filesystem: input.texts('filesystem'),
    });
    return ok(bindingReportToJson(report));
  },

  'plugins.grant': (input: InputReader): Result<OperationValue<'plugins.grant'>> => {
    const requested = input.json('requested') === null ? undefined : listsOf(input.fields('requested'));
    const profile = listsOf(input.fields('profile'));
    const policy = listsOf(input.fields('policy'));
    const manifest = parseManifest(input.bytes('manifest'));
    if (!manifest.ok) return manifest;
    const granted = grantCall(requested, profile, manifest.value, policy);
    return granted.ok ? ok({ granted: profileToJson(granted.value) }) : granted;
  },
};

function bindingsOf(input: InputReader) {
  return parsePluginBindings(input.bytesOrNull('bindings') ?? undefined);
}

function statusOf(input: InputReader) {
  const status = input.textOrNull('status') ?? undefined;
  if (status === undefined || status === 'active' || status === 'quarantined' || status === 'disabled') return status;
  throw new MalformedInput('input.status must be active, quarantined, disabled or null');
}

function listsOf(lists: InputReader): CapabilityProfile {
  return {
    http_hosts: lists.texts('http_hosts'),
    secrets: lists.texts('secrets'),
    storage_prefixes: lists.texts('storage_prefixes'),
    channels: lists.texts('channels'),
  };
}

function configOf(input: InputReader): ConfigInstance | undefined {
  if (input.json('config') === null) return undefined;
  const config = input.fields('config');
  const values = config.json('values');
  if (!(values instanceof Map)) throw new MalformedInput('input.config.values must be an object');
  return {
    contractSchemaVersion: config.integerOrNull('contractSchemaVersion') ?? undefined,
    payloadSha256: config.textOrNull('payloadSha256') ?? undefined,
    values: values as JsonObject,
  };
}
