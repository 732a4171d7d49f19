import { quote } from './evidence.ts';

/** What can keep a host from reading or changing what it keeps on disk. */
export type StateFailure =
  | { readonly code: 'state.locked'; readonly path: string; readonly owner: string }
  | { readonly code: 'state.unreadable'; readonly path: string; readonly detail: string }
  | { readonly code: 'state.unwritable'; readonly path: string; readonly detail: string }
  | { readonly code: 'state.unfinished'; readonly path: string; readonly detail: string }
  | { readonly code: 'state.unsafe-name'; readonly kind: StateNameKind; readonly name: string };

export type StateNameKind = 'skill id' | 'version' | 'plugin id' | 'entry';

export function describeState(failure: StateFailure): string {
  switch (failure.code) {
    case 'state.locked':
      return `Another command${failure.owner} is changing the state; if it is not running, delete ${failure.path}.`;
    case 'state.unreadable':
      return `${failure.path} cannot be read: ${failure.detail}.`;
    case 'state.unwritable':
      return `The change cannot be made, and nothing has changed: ${failure.path}: ${failure.detail}.`;
    case 'state.unfinished':
      return `A change is decided but not finished, and the next command will try again: ${failure.path}: ${failure.detail}.`;
    case 'state.unsafe-name':
      return `No file or folder can have the name of the ${failure.kind} ${quote(failure.name)}.`;
    default:
      return failure satisfies never;
  }
}
