import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProfile, resolveProfile } from '#reference/lifecycle/profiles/resolve.ts';
import { profileAliases, profileIds } from '#spec/profiles.ts';

const aliases = Object.values(profileAliases).flat();
const someMode = fc.option(fc.oneof(fc.constantFrom(...aliases), fc.string({ unit: 'binary' })));
const blanks = fc.string({ unit: fc.constantFrom(' ', '\t', '\u0085', '\u3000', '\n') });

test('PROF-ALIASES: case and white space around a spelling make no difference', () => {
  const spelled = fc.constantFrom(...aliases).chain((alias) =>
    fc
      .tuple(blanks, fc.array(fc.boolean(), { minLength: alias.length, maxLength: alias.length }), blanks)
      .map(([before, upper, behind]) => {
        const letters = [...alias].map((letter, at) => (upper[at] ? letter.toUpperCase() : letter));
        return [alias, before + letters.join('') + behind] as const;
      }),
  );
  const property = fc.property(spelled, ([alias, text]) => {
    expect(parseProfile(text)).toBe(parseProfile(alias));
  });
  fc.assert(property, { numRuns: 1000 });
});

test('PROF-KNOWN: a text is a profile or refused, and never what the rest of the configuration amounts to', () => {
  const property = fc.property(fc.string({ unit: 'binary' }), someMode, fc.boolean(), (configured, mode, workers) => {
    const answer = resolveProfile({ configured, deploymentMode: mode, networkedWorkers: workers });
    const profile = parseProfile(configured);
    expect(answer.ok ? answer.value : answer.failure.code).toBe(profile ?? 'profile.unknown');
  });
  fc.assert(property, { numRuns: 1000 });
});

test('PROF-DERIVED: without a profile there always is one, and workers only where they are on', () => {
  const property = fc.property(someMode, fc.boolean(), (mode, workers) => {
    const answer = resolveProfile({ configured: null, deploymentMode: mode, networkedWorkers: workers });
    if (!answer.ok) throw new Error(answer.failure.code);
    expect(profileIds).toContain(answer.value);
    expect(answer.value === 'worker-enabled').toBe(workers);
  });
  fc.assert(property, { numRuns: 1000 });
});
