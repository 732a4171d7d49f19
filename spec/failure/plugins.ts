import type { CapabilityClass } from '../contracts/vocabulary.ts';
import { quote } from './evidence.ts';

/** Every way in which a plugin is not bound, or a document about plugins not read. */
export type PluginsFailure =
  | { readonly code: 'plugins.bindings-json'; readonly detail: string }
  | { readonly code: 'plugins.bindings-version'; readonly version: bigint }
  /** The path leads to the value, and is empty for the document itself. */
  | { readonly code: 'plugins.bad-record'; readonly path: string; readonly detail: string }
  | { readonly code: 'plugins.repeated-field'; readonly path: string }
  | { readonly code: 'plugins.too-large'; readonly path: string; readonly detail: string }
  | { readonly code: 'plugins.bad-id'; readonly path: string; readonly value: string }
  | { readonly code: 'plugins.bad-module-path'; readonly value: string }
  | { readonly code: 'plugins.bad-entrypoint'; readonly value: string }
  | { readonly code: 'plugins.bad-capability'; readonly class: CapabilityClass; readonly value: string }
  | { readonly code: 'plugins.bad-config-path'; readonly value: string }
  | { readonly code: 'plugins.duplicate-plugin'; readonly pluginId: string }
  | { readonly code: 'plugins.unknown-plugin'; readonly pluginId: string }
  | { readonly code: 'plugins.in-use'; readonly pluginId: string }
  | { readonly code: 'plugins.not-in-profile'; readonly class: CapabilityClass; readonly values: readonly string[] };

export function describePlugins(failure: PluginsFailure): string {
  switch (failure.code) {
    case 'plugins.bindings-json':
      return `The document is not JSON: ${failure.detail}.`;
    case 'plugins.bindings-version':
      return `The document is of version ${failure.version}, which is newer than this program.`;
    case 'plugins.bad-record':
      return `${place(failure.path)} ${failure.detail}.`;
    case 'plugins.repeated-field':
      return `${place(failure.path)} is given more than once.`;
    case 'plugins.too-large':
      return `${place(failure.path)} ${failure.detail}.`;
    case 'plugins.bad-id':
      return `${failure.path} is ${quote(failure.value)}, which is no id.`;
    case 'plugins.bad-module-path':
      return `${quote(failure.value)} is not the path of a module, such as modules/name.wasm.`;
    case 'plugins.bad-entrypoint':
      return `The entrypoint ${quote(failure.value)} is not made of a-z, 0-9, _ and - alone.`;
    case 'plugins.bad-capability': {
      const what = failure.class === 'http_hosts' ? 'invalid host' : 'invalid entry';
      return `capability_profile.${failure.class} has an ${what} ${quote(failure.value)}.`;
    }
    case 'plugins.bad-config-path':
      return `The config of a plugin cannot be kept in ${quote(failure.value)}.`;
    case 'plugins.duplicate-plugin':
      return `The plugin ${quote(failure.pluginId)} is bound twice.`;
    case 'plugins.unknown-plugin':
      return `The plugin ${quote(failure.pluginId)} is not bound.`;
    case 'plugins.in-use':
      return `The plugin ${quote(failure.pluginId)} is used by a hook; remove the hook first.`;
    case 'plugins.not-in-profile':
      return `Not in the profile of the plugin, of ${failure.class}: ${failure.values.slice(0, 10).map(quote).join(', ')}`;
    default:
      return failure satisfies never;
  }
}

function place(path: string): string {
  return path === '' ? 'The document' : path;
}
