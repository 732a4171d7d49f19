import type { Operator, Plugin } from './manifest.ts';

/** Does it say nothing at all? Empty tables say nothing, but a config does, even without a key. */
export function isEmptyOperator(operator: Operator): boolean {
  const { displayName, summary, description, docsUrl, config, categories, tags, plugin } = operator;
  const saysNothing = (displayName ?? summary ?? description ?? docsUrl ?? config) === undefined;
  return saysNothing && categories.length === 0 && tags.length === 0 && isEmptyPlugin(plugin);
}

function isEmptyPlugin({ defaultToolId, defaultModulePath, defaultEntrypoint, contracts }: Plugin): boolean {
  return (defaultToolId ?? defaultModulePath ?? defaultEntrypoint) === undefined && contracts.length === 0;
}
