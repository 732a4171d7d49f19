import type { Json, JsonObject } from '#spec/json/value.ts';
import { type ConfigIssueCode, type ConfigState, redactionMark } from '#spec/plugins.ts';
import type { Config, ConfigProperty } from '../../manifest/manifest.ts';
import { isOfType } from '../../manifest/validate/config.ts';
import { compareBytes } from '../../text/byte-order.ts';

/** The values of a plugin, and what they were written for; undefined where that was not noted. */
export interface ConfigInstance {
  readonly contractSchemaVersion: bigint | undefined;
  readonly payloadSha256: string | undefined;
  readonly values: JsonObject;
}

interface ConfigIssue {
  readonly code: ConfigIssueCode;
  readonly property: string;
}

/** What a config looks like from outside: nothing redacted is in it. */
export interface ConfigReport {
  readonly state: ConfigState;
  readonly issues: readonly ConfigIssue[];
  readonly redactedFields: readonly string[];
  readonly configured: JsonObject;
  readonly effective: JsonObject;
}

const nothing: JsonObject = new Map();

/** What there is to say before the manifest is known. */
export const unknownConfig: ConfigReport = {
  state: 'unknown',
  issues: [],
  redactedFields: [],
  configured: nothing,
  effective: nothing,
};

export function checkConfig(
  contract: Config | undefined,
  instance: ConfigInstance | undefined,
  payloadSha256: string,
): ConfigReport {
  const values = instance?.values ?? nothing;
  const properties = contract?.properties ?? new Map<string, ConfigProperty>();
  const redacted = [...properties].filter(([, property]) => property.redacted).map(([key]) => key);
  const shown = {
    redactedFields: redacted.sort(compareBytes),
    // PLUG-CONFIG-UNDECLARED-HIDDEN: nobody knows what it is, so nobody is shown it.
    configured: redact(values, (key) => properties.get(key)?.redacted ?? true),
    effective: nothing,
  };
  if (contract === undefined) {
    const issues = [...values.keys()].map((property): ConfigIssue => ({ code: 'undeclared', property }));
    return { ...shown, state: stateOf(issues), issues: sorted(issues) };
  }
  if (instance !== undefined && !isWrittenFor(instance, contract, payloadSha256)) {
    return { ...shown, state: 'requires_migration', issues: [] };
  }
  const { issues, effective } = holdAgainst(contract, values);
  return {
    ...shown,
    state: stateOf(issues),
    issues: sorted(issues),
    effective: redact(effective, (key) => properties.get(key)?.redacted ?? true),
  };
}

/** PLUG-CONFIG-MIGRATION */
function isWrittenFor(instance: ConfigInstance, contract: Config, payloadSha256: string): boolean {
  return instance.contractSchemaVersion === contract.schemaVersion && instance.payloadSha256 === payloadSha256;
}

function holdAgainst({ properties, required }: Config, values: JsonObject) {
  const undeclared = [...values.keys()].filter((key) => !properties.has(key));
  const issues = undeclared.map((property): ConfigIssue => ({ code: 'undeclared', property }));
  const effective = new Map<string, Json>();
  for (const [key, property] of properties) {
    // PLUG-CONFIG-REQUIRED: the default stands in before anything is missed.
    const value = values.get(key) ?? property.default;
    if (value === undefined) {
      if (required.includes(key)) issues.push({ code: 'missing', property: key });
      continue;
    }
    const issue = faultOf(value, property);
    if (issue === undefined) effective.set(key, value);
    else issues.push({ code: issue, property: key });
  }
  return { issues, effective };
}

function faultOf(value: Json, { type, enumValues }: ConfigProperty): ConfigIssueCode | undefined {
  if (!isOfType[type](value)) return 'wrong-type';
  return enumValues.length === 0 || enumValues.some((listed) => listed === value) ? undefined : 'not-listed';
}

/** PLUG-CONFIG-STATE */
function stateOf(issues: readonly ConfigIssue[]): ConfigState {
  if (issues.length === 0) return 'valid';
  return issues.every(({ code }) => code === 'missing') ? 'missing' : 'invalid';
}

function sorted(issues: readonly ConfigIssue[]): readonly ConfigIssue[] {
  return issues.toSorted((a, b) => compareBytes(a.property, b.property));
}

/** PLUG-CONFIG-REDACTED */
function redact(values: JsonObject, isHidden: (key: string) => boolean): JsonObject {
  return new Map([...values].map(([key, value]) => [key, isHidden(key) ? redactionMark : value]));
}
