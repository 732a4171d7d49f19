import type { Shell } from '../cli/shell.ts';

const name = 'palyra-conformance';

/**
 * The words with which this program was started, as npm tells them to what it starts: in a checkout there is nothing of
 * its name on the PATH.
 */
export function programWords({ env }: Pick<Shell, 'env'>): readonly string[] {
  const event = env['npm_lifecycle_event'];
  if (event === 'npx') return ['npx', name];
  const isCheckout = env['npm_package_name'] === name && (event === name || event === 'conformance');
  return isCheckout ? ['npm', 'run', name, '--'] : [name];
}
