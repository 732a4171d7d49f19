import { expect, test } from 'vitest';
import { minimalText, replaced, verdictOn } from '../samples.ts';

const accepted = 'accepted';

function withVersion(value: string): string {
  return replaced('manifest_version = 2', `manifest_version = ${value}`);
}

function withPublisher(value: string): string {
  return replaced('publisher = "acme"', `publisher = "${value}"`);
}

function withSkillId(value: string): string {
  return replaced('skill_id = "acme.echo"', `skill_id = "${value}"`);
}

function withCompat(minimum: string, maximum: string): string {
  return replaced(
    'min_palyra_version = "0.1.0"',
    `min_palyra_version = "${minimum}"\nmax_palyra_version = "${maximum}"`,
  );
}

test.each([
  ['1', accepted],
  ['2', accepted],
  ['0', 'manifest.unsupported-version'],
  ['3', 'manifest.unsupported-version'],
  ['4294967295', 'manifest.unsupported-version'],
])('manifest version %s: %s (MAN-VERSION-SUPPORTED)', (value, verdict) => {
  expect(verdictOn(withVersion(value))).toBe(verdict);
});

test.each([
  ['acme', accepted],
  [' acme\\u0085', accepted],
  ['acme\\ufeff', 'manifest.bad-identifier'],
  ['Acme', 'manifest.bad-identifier'],
  ['', 'manifest.bad-identifier'],
  [' ', 'manifest.bad-identifier'],
  ['ac me', 'manifest.bad-identifier'],
])('publisher %j: %s (MAN-IDENTIFIER)', (value, verdict) => {
  expect(verdictOn(withPublisher(value))).toBe(verdict);
});

test.each(['a', '-', '_', '0', 'a_b-c', 'other.echo', ' a.b '])('skill id %j is accepted (MAN-SKILL-ID)', (value) => {
  expect(verdictOn(withSkillId(value))).toBe(accepted);
});

test.each(['.', '..', 'a..b', '.a', 'a.', ' a. ', 'a:b', ':'])('skill id %j is refused (MAN-SKILL-ID)', (value) => {
  expect(verdictOn(withSkillId(value))).toBe('manifest.bad-skill-id');
});

test.each(['A', '', 'a b', 'é'])('skill id %j is no identifier at all (MAN-SKILL-ID)', (value) => {
  expect(verdictOn(withSkillId(value))).toBe('manifest.bad-identifier');
});

test('each of the three versions must be one (MAN-SEMVER)', () => {
  expect(verdictOn(replaced('version = "1.2.3"', 'version = " 01.+0.0 "'))).toBe(accepted);
  expect(verdictOn(replaced('version = "1.2.3"', 'version = "1.0.0-rc1"'))).toBe('manifest.bad-version');
  expect(verdictOn(replaced('"0.1.0"', '"1.0"'))).toBe('manifest.bad-version');
  expect(verdictOn(withCompat('0.1.0', ''))).toBe('manifest.bad-version');
});

test.each([
  ['0.1.0', '0.1.0', accepted],
  ['0.9.0', '0.10.0', accepted],
  ['01.0.0', '+1.0.0', accepted],
  ['0.1.0', '0.0.9', 'manifest.version-order'],
  ['0.10.0', '0.9.0', 'manifest.version-order'],
])('from %s to %s: %s (MAN-VERSION-ORDER)', (minimum, maximum, verdict) => {
  expect(verdictOn(withCompat(minimum, maximum))).toBe(verdict);
});

test.each([
  ['', 'manifest.blank'],
  [' \\t\\u0085', 'manifest.blank'],
  ['\\ufeff', accepted],
])('name %j: %s (MAN-NOT-BLANK)', (value, verdict) => {
  expect(verdictOn(replaced('name = "Echo"', `name = "${value}"`))).toBe(verdict);
});

test('the first rule that is broken decides (MAN-ORDER)', () => {
  const steps: readonly (readonly [from: string, to: string, verdict: string])[] = [
    ['name = "say"', 'name = ""', 'manifest.blank'],
    ['input_schema = { type = "object" }', 'input_schema = 1', 'manifest.blank'],
    ['name = "Echo"', 'name = ""', 'manifest.blank'],
    ['min_palyra_version = "0.1.0"', 'min_palyra_version = "x"', 'manifest.bad-version'],
    ['skill_id = "acme.echo"', 'skill_id = "a:b"', 'manifest.bad-skill-id'],
    ['publisher = "acme"', 'publisher = "ACME"', 'manifest.bad-identifier'],
    ['manifest_version = 2', 'manifest_version = 3', 'manifest.unsupported-version'],
    ['output_schema = {}', 'output_schema = {}\nextra = 1', 'manifest.unknown-key'],
    ['required_protocol_major = 1', 'required_protocol_major', 'manifest.toml-syntax'],
  ];
  let text = minimalText;
  for (const [from, to, verdict] of steps) {
    text = replaced(from, to, text);
    expect(verdictOn(text), to).toBe(verdict);
  }
});
