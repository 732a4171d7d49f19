import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInScope, parseVaultReference, parseVaultScope } from './reference.ts';

test.each([
  ['global/key', 'global/key'],
  ['principal:user:1/key', 'principal:user:1/key'],
  ['channel:c-1/key', 'channel:c-1/key'],
  ['skill:acme.echo/Signing key', 'skill:acme.echo/Signing key'],
  [' global / key ', 'global/key'],
  ['skill: acme /key', 'skill:acme/key'],
  ['global/a/b//', 'global/a/b//'],
  ['global/__proto__', 'global/__proto__'],
])('%j is the reference %j (VAULT-REFERENCE)', (text, value) => {
  expect(parseVaultReference(text)).toEqual({ ok: true, value });
});

test.each([
  ['no slash', 'global'],
  ['no scope', '/key'],
  ['no key', 'global/'],
  ['a blank key', 'global/ \u00a0\t'],
  ['another scope', 'local/key'],
  ['a scope in upper case', 'Global/key'],
  ['a kind without an owner', 'skill:/key'],
  ['a kind in upper case', 'Skill:acme/key'],
  ['an owner that is no identifier', 'skill:Acme/key'],
  ['a wildcard in the scope', 'skill:*/key'],
  ['a line feed in the key', 'global/a\nb'],
  ['nothing', ''],
])('%s is no reference (VAULT-REFERENCE)', (_, reference) => {
  expect(parseVaultReference(reference)).toEqual({ ok: false, failure: { code: 'vault.bad-reference', reference } });
});

test('a parsed reference parses to itself, and lies in its own scope alone (VAULT-REFERENCE)', () => {
  const scopes = fc.constantFrom('global', 'skill:a', 'skill:a.b', 'principal:a', ' channel: a ');
  const property = fc.property(scopes, scopes, fc.string(), (scope, other, key) => {
    const reference = parseVaultReference(`${scope}/${key}`);
    const [own, foreign] = [parseVaultScope(scope), parseVaultScope(other)];
    if (!reference.ok || !own.ok || !foreign.ok) return;
    expect(parseVaultReference(reference.value)).toEqual(reference);
    expect(isInScope(reference.value, own.value)).toBe(true);
    expect(isInScope(reference.value, foreign.value)).toBe(own.value === foreign.value);
  });
  fc.assert(property);
});
