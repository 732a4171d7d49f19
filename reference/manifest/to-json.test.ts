import { expect, test } from 'vitest';
import { encodeJson } from '#spec/json/write.ts';
import { extended, minimalText, parsed, replaced } from './samples.ts';
import { manifestToJson } from './to-json.ts';

function json(text: string): string {
  return encodeJson(manifestToJson(parsed(text)));
}

test('every default is written, and what is absent without a default is not (MAN-DEFAULTS)', () => {
  expect(json(minimalText)).toBe(
    '{"manifest_version":2,"skill_id":"acme.echo","name":"Echo","version":"1.2.3","publisher":"acme",' +
      '"entrypoints":{"tools":[{"id":"acme.say","name":"say","description":"Says it again",' +
      '"input_schema":{"type":"object"},"output_schema":{},' +
      '"risk":{"default_sensitive":false,"requires_approval":false}}]},' +
      '"capabilities":{"filesystem":{"read_roots":[],"write_roots":[]},"http_egress_allowlist":[],"secrets":[],' +
      '"device_capabilities":[],"node_capabilities":[],' +
      '"quotas":{"wall_clock_timeout_ms":30000,"fuel_budget":10000000,"max_memory_bytes":67108864},' +
      '"wildcard_opt_in":{"filesystem":false,"http_egress":false,"secrets":false,"device":false,"node":false}},' +
      '"compat":{"required_protocol_major":1,"min_palyra_version":"0.1.0"},"integrity":{"files":[]},' +
      '"operator":{"categories":[],"tags":[],"plugin":{}}}',
  );
});

test('everything that is given is written, in the order of the fields (MAN-DEFAULTS)', () => {
  const lines = `[builder]
experimental = true
source_kind = "a"
source_ref = "b"
rollout_flag = "c"
[builder.checklist]
test_harness_path = "f"
provenance_path = "e"
capability_declaration_path = "d"
[operator]
docs_url = "https://x"
description = "z"
summary = "y"
display_name = "x"
[operator.plugin]
contracts = [["memory_provider"]]
default_entrypoint = "run"
default_module_path = "modules/a.wasm"
default_tool_id = "acme.say"
[operator.config.properties.k]
enum_values = ["v"]
default = "v"
description = "u"
title = "t"
type = "string"
[operator.config.properties.j]
type = "number"
default = 1.0`;
  expect(json(extended(lines)).replace(/^.*"integrity":\{"files":\[\]\},/, '')).toBe(
    '"builder":{"experimental":true,"source_kind":"a","source_ref":"b","rollout_flag":"c","review_status":"",' +
      '"checklist":{"capability_declaration_path":"d","provenance_path":"e","test_harness_path":"f",' +
      '"review_notes":""}},' +
      '"operator":{"display_name":"x","summary":"y","description":"z","categories":[],"tags":[],"docs_url":"https://x",' +
      '"plugin":{"default_tool_id":"acme.say","default_module_path":"modules/a.wasm","default_entrypoint":"run",' +
      '"contracts":[{"kind":"memory_provider","version":1}]},' +
      '"config":{"schema_version":1,"required":[],"properties":{"j":{"type":"number","default":1.0,"redacted":false},' +
      '"k":{"type":"string","title":"t","description":"u","default":"v","redacted":false,"enum_values":["v"]}}}}}',
  );
});

test('the older names of keys are read and never written (MAN-ALIASES)', () => {
  const older = replaced('required_protocol_major', 'min_protocol_major', replaced('min_palyra', 'min_runtime'));
  expect(json(older)).toBe(json(minimalText));
});

test('texts are written as they were read (MAN-VERBATIM)', () => {
  expect(json(replaced('"Echo"', '" Echo\\u0085"'))).toContain('"name":" Echo\u0085"');
});
