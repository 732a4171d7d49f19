import { expect, test } from 'vitest';
import { extended, minimalText, replaced, verdictOn } from '../samples.ts';

const accepted = 'accepted';

function operator(lines: string): string {
  return verdictOn(extended(`[operator]\n${lines}`));
}

function legacy(lines: string): string {
  return verdictOn(replaced('manifest_version = 2', 'manifest_version = 1', extended(lines)));
}

test.each(['', '[operator]', '[operator.plugin]', '[operator]\ncategories = []\nplugin.contracts = []'])(
  'a legacy manifest may hold operator metadata that says nothing: %j (MAN-LEGACY-OPERATOR)',
  (lines) => {
    expect(legacy(lines)).toBe(accepted);
  },
);

test.each([
  'display_name = "x"',
  'summary = ""',
  'description = "x"',
  'docs_url = "x"',
  'categories = ["A"]',
  'tags = ["a"]',
  'config = {}',
  'plugin.default_tool_id = "x"',
  'plugin.default_module_path = "x"',
  'plugin.default_entrypoint = "x"',
  'plugin.contracts = [["memory_provider"]]',
])('and none that says something, right or wrong: %s (MAN-LEGACY-OPERATOR)', (line) => {
  expect(legacy(`[operator]\n${line}`)).toBe('manifest.operator-in-legacy');
});

test.each(['display_name', 'summary', 'description'])('%s says something where it is given (MAN-NOT-BLANK)', (key) => {
  expect(operator(`${key} = " x "`)).toBe(accepted);
  expect(operator(`${key} = " "`)).toBe('manifest.blank');
});

test.each(['categories', 'tags'])('%s hold labels (MAN-LABEL)', (key) => {
  expect(operator(`${key} = ["a-z_0.9", " a ", "a", "a"]`)).toBe(accepted);
  for (const label of ['', ' ', 'A', 'a:b', 'a b', 'é']) {
    expect(operator(`${key} = ["ok", "${label}"]`), label).toBe('manifest.bad-label');
  }
});

test.each(['https://', ' https://x ', 'https://u:p@h/', 'https://x/\\ty', 'https://x/\\u00a0y', 'https://x?*'])(
  'the address %j is accepted (MAN-DOCS-URL)',
  (url) => {
    expect(operator(`docs_url = "${url}"`)).toBe(accepted);
  },
);

test.each(['', 'HTTPS://x', 'http://x', 'https:/x', 'https://x#y', 'https://x y', 'x https://x'])(
  'the address %j is refused (MAN-DOCS-URL)',
  (url) => {
    expect(operator(`docs_url = "${url}"`)).toBe('manifest.bad-docs-url');
  },
);

test('the operator comes after everything else, and its parts in order (MAN-ORDER)', () => {
  const lines = ['config.schema_version = 0'];
  expect(operator(lines.join('\n'))).toBe('manifest.config-version');
  const worse: readonly (readonly [line: string, verdict: string])[] = [
    ['plugin.contracts = [["memory_provider", 2]]', 'manifest.unsupported-contract'],
    ['plugin.default_entrypoint = "R"', 'manifest.bad-entrypoint'],
    ['plugin.default_module_path = "x"', 'manifest.bad-default-module'],
    ['plugin.default_tool_id = "acme.other"', 'manifest.unknown-default-tool'],
    ['docs_url = ""', 'manifest.bad-docs-url'],
    ['tags = [""]', 'manifest.bad-label'],
    ['description = ""', 'manifest.blank'],
  ];
  for (const [line, verdict] of worse) {
    lines.push(line);
    expect(operator(lines.join('\n')), line).toBe(verdict);
  }
  const quotas = `[capabilities.quotas]\nfuel_budget = 0\n[operator]\n${lines.join('\n')}`;
  expect(verdictOn(`${minimalText}\n${quotas}`)).toBe('manifest.quota-too-small');
});
