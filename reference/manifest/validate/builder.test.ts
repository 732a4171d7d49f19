import { expect, test } from 'vitest';
import { extended, replaced, verdictOn } from '../samples.ts';

const text = extended(`[builder]
experimental = true
source_kind = "prompt"
source_ref = "run-17"
rollout_flag = "skills.echo"

[builder.checklist]
capability_declaration_path = "builder/capabilities.json"
provenance_path = "builder/provenance.json"
test_harness_path = "builder/harness.json"`);

test('a builder block is accepted while it is an experiment (MAN-BUILDER)', () => {
  expect(verdictOn(text)).toBe('accepted');
  expect(verdictOn(replaced('experimental = true', 'experimental = false', text))).toBe(
    'manifest.builder-not-experimental',
  );
});

test.each(['source_kind = "prompt"', 'source_ref = "run-17"', 'rollout_flag = "skills.echo"'])(
  '%s must say something (MAN-BUILDER)',
  (line) => {
    expect(verdictOn(replaced(line, line.replace(/".*"/, '" "'), text))).toBe('manifest.blank');
  },
);

test.each(['builder/capabilities.json', 'builder/provenance.json', 'builder/harness.json'])(
  '%s must be a path (MAN-BUILDER)',
  (path) => {
    expect(verdictOn(replaced(path, ' ', text))).toBe('manifest.blank');
    expect(verdictOn(replaced(path, '../x', text))).toBe('artifact.invalid-path');
    expect(verdictOn(replaced(path, 'not in the artifact', text))).toBe('accepted');
  },
);

test('the flags come before the paths (MAN-ORDER)', () => {
  const broken = replaced('builder/capabilities.json', '../x', replaced('"skills.echo"', '""', text));
  expect(verdictOn(broken)).toBe('manifest.blank');
});
