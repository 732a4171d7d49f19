import { expect, test } from 'vitest';
import { extended, minimalText, parsed, replaced } from './samples.ts';
import { manifestWarnings, warningsToJson } from './warnings.ts';

function codes(text: string): readonly string[] {
  return manifestWarnings(parsed(text)).map(({ code }) => code);
}

test('a legacy manifest is told so first (MAN-WARNINGS)', () => {
  expect(codes(replaced('manifest_version = 2', 'manifest_version = 1'))).toEqual([
    'legacy_manifest_version',
    'missing_operator_metadata',
  ]);
});

test('without operator metadata nothing further is said (MAN-WARNINGS)', () => {
  expect(codes(minimalText)).toEqual(['missing_operator_metadata']);
  expect(codes(extended('[operator.plugin]'))).toEqual(['missing_operator_metadata']);
});

test('an empty config is metadata, and worth a warning (MAN-WARNINGS)', () => {
  const both = ['missing_operator_display_name', 'empty_operator_config_contract'];
  expect(codes(extended('[operator.config]'))).toEqual(both);
  expect(codes(extended('[operator]\ndisplay_name = "x"'))).toEqual([]);
});

test('a property that sounds secret should be redacted, in the byte order of the keys (MAN-WARNINGS)', () => {
  const property = (key: string, more = '') => `[operator.config.properties.${key}]\ntype = "integer"\n${more}`;
  const keys = ['z_token', 'api_key', 'apikey', 'api-key', 'passwd', 'credential', 'my.client_key.2'];
  const lines = [
    ...keys.map((key) => property(key.includes('.') ? `"${key}"` : key)),
    property('password', 'redacted = true'),
  ];
  const warnings = manifestWarnings(parsed(extended(`[operator]\ndisplay_name = "x"\n${lines.join('\n')}`)));
  expect(warnings.map(({ message }) => /"(.*?)"/.exec(message)?.[1])).toEqual([
    'api_key',
    'my.client_key.2',
    'z_token',
  ]);
  expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['operator_config_redaction_recommended']));
});

test('a warning is written with its severity (MAN-WARNINGS)', () => {
  const [warning] = warningsToJson(manifestWarnings(parsed(minimalText)));
  expect([...(warning ?? [])]).toEqual([
    ['code', 'missing_operator_metadata'],
    ['severity', 'warning'],
    ['message', expect.any(String)],
  ]);
});
