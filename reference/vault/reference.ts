import { fail, ok, type Result } from '#spec/result.ts';
import { isIdentifier } from '../manifest/identifier.ts';
import { trim } from '../text/white-space.ts';

declare const vaultScope: unique symbol;
declare const vaultReference: unique symbol;
/** Whose secrets: `global`, or `principal:`, `channel:` or `skill:` and an identifier. */
export type VaultScope = string & { readonly [vaultScope]: true };
/** `scope/key` without white space around either part. */
export type VaultReference = string & { readonly [vaultReference]: true };

/** VAULT-REFERENCE: no scope holds a `/`, so the first one ends it; further ones belong to the key. */
export function parseVaultReference(text: string): Result<VaultReference> {
  const [scope = '', ...rest] = text.split('/');
  const parsed = parseVaultScope(scope);
  const key = trim(rest.join('/'));
  // A control character would let one name pass for two lines of a list.
  if (!parsed.ok || key === '' || /\p{Cc}/u.test(key)) return fail({ code: 'vault.bad-reference', reference: text });
  return ok(`${parsed.value}/${key}` as VaultReference);
}

/** The scopes that a manifest may name, white space after the colon included. */
export function parseVaultScope(text: string): Result<VaultScope> {
  const scope = trim(text);
  if (scope === 'global') return ok(scope as VaultScope);
  const [, kind, owner = ''] = /^(principal|channel|skill):(.*)$/s.exec(scope) ?? [];
  if (kind === undefined || !isIdentifier(owner)) return fail({ code: 'vault.bad-reference', reference: text });
  return ok(`${kind}:${trim(owner)}` as VaultScope);
}

export function isInScope(reference: VaultReference, scope: VaultScope): boolean {
  return reference.startsWith(`${scope}/`);
}
