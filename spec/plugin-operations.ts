import type { Json, JsonObject } from './json/value.ts';
import type { InstalledSkillInput } from './operations.ts';

/** What a subject can be asked about plugins. */
export interface PluginOperations {
  readonly 'plugins.load': {
    /** Null stands for a document that does not exist. */
    readonly input: { readonly bindings: Uint8Array | null };
    readonly value: { readonly index: JsonObject };
  };
  readonly 'plugins.bind': {
    readonly input: { readonly bindings: Uint8Array | null; readonly request: Json; readonly nowUnixMs: bigint };
    readonly value: { readonly index: JsonObject };
  };
  readonly 'plugins.remove': {
    readonly input: {
      readonly bindings: Uint8Array | null;
      readonly pluginId: string;
      /** The plugins that hooks use. */
      readonly hooked: readonly string[];
      readonly nowUnixMs: bigint;
    };
    readonly value: { readonly index: JsonObject };
  };
  readonly 'plugins.check': {
    readonly input: {
      /** As an index holds it. */
      readonly binding: Json;
      /** Null where the list of installed skills cannot be read. */
      readonly installed: readonly InstalledSkillInput[] | null;
      /** Of the version that is bound; null where it has none. */
      readonly status: string | null;
      /** What let the version in; null where nothing is known of it. */
      readonly trustDecision: string | null;
      readonly policy: JsonObject;
      /** Null where there is none. */
      readonly config: PluginConfigInput | null;
      /** The issues of the file system, by their codes. */
      readonly filesystem: readonly string[];
    };
    readonly value: {
      readonly ready: boolean;
      readonly reasons: readonly string[];
      readonly discovery: JsonObject;
      readonly resolved: JsonObject | null;
      readonly capabilities: JsonObject | null;
      readonly config: JsonObject;
      readonly contracts: JsonObject;
    };
  };
  readonly 'plugins.grant': {
    readonly input: {
      /** Null where the caller requests nothing of its own. */
      readonly requested: JsonObject | null;
      readonly profile: JsonObject;
      readonly manifest: Uint8Array;
      readonly policy: JsonObject;
    };
    readonly value: { readonly granted: JsonObject };
  };
}

type PluginConfigInput = {
  readonly contractSchemaVersion: bigint | null;
  readonly payloadSha256: string | null;
  readonly values: JsonObject;
};
