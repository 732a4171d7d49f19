import { hookEvents, hookLimits } from '../hooks.ts';
import { quote } from './evidence.ts';

/** What can be wrong with the bindings of hooks, and with a change of them. A hook that fails is no failure of these. */
export type HooksFailure =
  | { readonly code: 'hooks.too-large'; readonly detail: string }
  | { readonly code: 'hooks.not-json'; readonly detail: string }
  | { readonly code: 'hooks.repeated-field'; readonly path: string }
  | { readonly code: 'hooks.schema-version'; readonly found: string }
  // The path leads from the document to the value, and is empty for the document itself.
  | { readonly code: 'hooks.shape'; readonly path: string; readonly detail: string }
  | { readonly code: 'hooks.duplicate-hook'; readonly hookId: string }
  // From here on: a change, or an event.
  | { readonly code: 'hooks.bad-id'; readonly field: 'hook_id' | 'plugin_id'; readonly value: string }
  | { readonly code: 'hooks.unknown-event'; readonly event: string }
  | { readonly code: 'hooks.unknown-plugin'; readonly pluginId: string }
  | { readonly code: 'hooks.unknown-hook'; readonly hookId: string };

export function describeHooks(failure: HooksFailure): string {
  switch (failure.code) {
    case 'hooks.too-large':
      return `The hook bindings are too large: ${failure.detail}.`;
    case 'hooks.not-json':
      return `The hook bindings are not JSON: ${failure.detail}.`;
    case 'hooks.repeated-field':
      return `The hook bindings have the field ${quote(failure.path)} more than once.`;
    case 'hooks.schema-version':
      return `The hook bindings have the schema version ${failure.found}; this program reads version 1.`;
    case 'hooks.shape':
      return `${failure.path === '' ? 'The document of hook bindings' : failure.path} ${failure.detail}.`;
    case 'hooks.duplicate-hook':
      return `The hook ${quote(failure.hookId)} is bound more than once.`;
    case 'hooks.bad-id':
      return `The ${failure.field} ${quote(failure.value)} is not 1 to ${hookLimits.idBytes} characters of a-z, 0-9, ., _ and -.`;
    case 'hooks.unknown-event':
      return `There is no event ${quote(failure.event)}; there are ${hookEvents.join(', ')}.`;
    case 'hooks.unknown-plugin':
      return `No plugin ${quote(failure.pluginId)} is bound.`;
    case 'hooks.unknown-hook':
      return `There is no hook ${quote(failure.hookId)}.`;
    default:
      return failure satisfies never;
  }
}
