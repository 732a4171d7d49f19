import { fail, ok, type Result } from '#spec/result.ts';
import type { Manifest } from '../manifest.ts';
import { checkBuilder } from './builder.ts';
import { checkBulk } from './bulk.ts';
import { checkCapabilities } from './capabilities.ts';
import { checkIdentity } from './identity.ts';
import { checkOperator } from './operator.ts';
import { checkTools } from './tools.ts';

/** MAN-ORDER: the rules for a manifest of the right shape, in the order in which their failures win. */
export function validateManifest(manifest: Manifest): Result<Manifest> {
  const verdict =
    checkIdentity(manifest) ??
    checkTools(manifest) ??
    checkCapabilities(manifest.capabilities) ??
    checkBuilder(manifest.builder) ??
    checkOperator(manifest) ??
    checkBulk(manifest);
  return verdict === undefined ? ok(manifest) : fail(verdict);
}
