import { trim } from '../../text/white-space.ts';
import { isIdentifier } from '../identifier.ts';
import type { SecretScope } from '../manifest.ts';
import { firstOf, type Verdict } from './check.ts';
import type { Judge } from './wildcard.ts';

const kindsOfScope = ['principal:', 'channel:', 'skill:'];

export function checkSecret({ scope, keyNames }: SecretScope, path: string, judgeKey: Judge): Verdict {
  if (!isScope(scope)) return { code: 'manifest.bad-secret-scope', path: `${path}.scope`, value: scope };
  // MAN-SECRET-KEYS: a scope without keys grants nothing and was not meant.
  if (keyNames.length === 0) return { code: 'manifest.no-secret-keys', path: `${path}.key_names` };
  return firstOf(keyNames, (key, index) => judgeKey(`${path}.key_names[${index}]`, key));
}

/** MAN-SECRET-SCOPE: no wildcard opens a scope, and its identifier may have white space of its own around it. */
function isScope(text: string): boolean {
  const scope = trim(text);
  if (scope === 'global') return true;
  const kind = kindsOfScope.find((prefix) => scope.startsWith(prefix));
  return kind !== undefined && isIdentifier(scope.slice(kind.length));
}
