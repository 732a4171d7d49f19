import type { MissingSecret } from '#reference/lifecycle/index/installed-index.ts';
import type { Manifest } from '#reference/manifest/manifest.ts';
import { parseVaultReference } from '#reference/vault/reference.ts';
import { ok, type Result } from '#spec/result.ts';
import type { OpenVault } from '../vault.ts';

/** The secrets that a manifest declares and the vault does not hold. A pattern stands for secrets that nobody can list. */
export function missingSecrets({ capabilities }: Manifest, vault: OpenVault): Result<readonly MissingSecret[]> {
  const declared = capabilities.secrets.flatMap(({ scope, keyNames }) => keyNames.map((key) => ({ scope, key })));
  if (declared.every(isPattern)) return ok(declared);
  const held = vault.list();
  if (!held.ok) return held;
  const references: ReadonlySet<string> = new Set(held.value);
  return ok(declared.filter((secret) => isPattern(secret) || !isHeld(secret, references)));
}

/** The manifest keeps white space that no reference has. */
function isHeld({ scope, key }: MissingSecret, references: ReadonlySet<string>): boolean {
  const reference = parseVaultReference(`${scope}/${key}`);
  return reference.ok && references.has(reference.value);
}

function isPattern({ key }: MissingSecret): boolean {
  return key.includes('*');
}
