import { expect, test } from 'vitest';
import { minimalText, replaced, verdictOn } from '../samples.ts';

const accepted = 'accepted';
const firstTool = minimalText.slice(minimalText.indexOf('[[entry'), minimalText.indexOf('[compat]'));

function withSecondTool(id: string): string {
  return replaced('[compat]', `${firstTool.replace('acme.say', id)}[compat]`);
}

function withPublisherOfTool(publisher: string, id: string): string {
  return replaced('"acme.say"', `"${id}"`, replaced('"acme"', `"${publisher}"`));
}

test('a manifest has at least one tool (MAN-TOOLS)', () => {
  expect(verdictOn(replaced(firstTool, '[entrypoints]\ntools = []\n'))).toBe('manifest.no-tools');
  expect(verdictOn(replaced(firstTool, '[entrypoints]\n'))).toBe('manifest.missing-key');
});

test.each([
  ['acme.b', accepted],
  ['acme.', accepted],
  ['acme..b', accepted],
  ['acme.b:c', accepted],
  [' acme.b ', accepted],
  ['acme', 'manifest.tool-namespace'],
  ['acmex.b', 'manifest.tool-namespace'],
  ['acme:b', 'manifest.tool-namespace'],
  ['b', 'manifest.tool-namespace'],
  ['ACME.b', 'manifest.bad-identifier'],
  ['', 'manifest.bad-identifier'],
])('a second tool %j: %s (MAN-TOOL-NAMESPACE)', (id, verdict) => {
  expect(verdictOn(withSecondTool(id))).toBe(verdict);
});

test('both the publisher and the id are trimmed before they are compared (MAN-TOOL-NAMESPACE)', () => {
  expect(verdictOn(withPublisherOfTool(' acme ', ' acme.say'))).toBe(accepted);
  expect(verdictOn(withPublisherOfTool(' acme ', ' acme .say'))).toBe('manifest.bad-identifier');
});

test.each(['acme.say', 'acme.say ', '\\tacme.say'])('a second tool %j is the first again (MAN-TOOL-UNIQUE)', (id) => {
  expect(verdictOn(withSecondTool(id))).toBe('manifest.duplicate-tool');
});

test('the name and the description of a tool say something (MAN-NOT-BLANK)', () => {
  expect(verdictOn(replaced('name = "say"', 'name = " "'))).toBe('manifest.blank');
  expect(verdictOn(replaced('"Says it again"', '"\\u3000"'))).toBe('manifest.blank');
});

test.each([
  ['{}', accepted],
  ['1979-05-27', accepted],
  ['"{}"', 'manifest.schema-not-object'],
  ['[]', 'manifest.schema-not-object'],
  ['true', 'manifest.schema-not-object'],
  ['nan', 'manifest.schema-not-object'],
])('the schema %s: %s (MAN-TOOL-SCHEMA)', (schema, verdict) => {
  expect(verdictOn(replaced('output_schema = {}', `output_schema = ${schema}`))).toBe(verdict);
  expect(verdictOn(replaced('input_schema = { type = "object" }', `input_schema = ${schema}`))).toBe(verdict);
});

test('a tool is judged to its end before the next one (MAN-ORDER)', () => {
  const broken = replaced(
    'description = "Says it again"\ninput_schema = { type = "object" }',
    'description = ""\ninput_schema = 1',
  );
  const second = firstTool.replace('acme.say', 'other.say');
  expect(verdictOn(replaced('[compat]', `${second}[compat]`, broken))).toBe('manifest.blank');
});
