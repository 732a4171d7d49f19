import { quote } from './evidence.ts';

/** Every way in which an index of installed skills is refused. A path leads from the document to the value. */
type IndexFailure =
  | { readonly code: 'index.json'; readonly detail: string }
  | { readonly code: 'index.schema-version'; readonly given: string }
  | { readonly code: 'index.shape'; readonly path: string; readonly detail: string }
  | { readonly code: 'index.bad-name'; readonly path: string; readonly name: string }
  | { readonly code: 'index.duplicate-record'; readonly skillId: string; readonly version: string }
  | { readonly code: 'index.too-large'; readonly path: string; readonly detail: string };

/** Every way in which an event is refused; the state then stays as it was. */
type StepFailure =
  | { readonly code: 'lifecycle.bad-state'; readonly path: string; readonly detail: string }
  | { readonly code: 'lifecycle.bad-event'; readonly path: string; readonly detail: string }
  | { readonly code: 'lifecycle.too-large'; readonly path: string; readonly detail: string }
  | { readonly code: 'lifecycle.override-required' }
  | { readonly code: 'lifecycle.blank'; readonly field: string }
  | { readonly code: 'lifecycle.not-installed'; readonly skillId: string; readonly version: string | null }
  | { readonly code: 'lifecycle.already-installed'; readonly skillId: string; readonly version: string };

export type LifecycleFailure = IndexFailure | StepFailure;

export function describeLifecycle(failure: LifecycleFailure): string {
  switch (failure.code) {
    case 'index.json':
      return `The index of installed skills is not JSON: ${failure.detail}.`;
    case 'index.schema-version':
      return `The index of installed skills has the schema version ${quote(failure.given)}; 1 is supported.`;
    case 'index.shape':
    case 'index.too-large':
      return `In the index of installed skills, ${place(failure.path, 'the document')} ${failure.detail}.`;
    case 'index.bad-name':
      return `In the index of installed skills, ${failure.path} is ${quote(failure.name)}, which is no name for a folder.`;
    case 'index.duplicate-record':
      return `The index of installed skills has two records of ${quote(failure.skillId)} ${quote(failure.version)}.`;
    case 'lifecycle.bad-state':
      return `In the state, ${place(failure.path, 'the state')} ${failure.detail}.`;
    case 'lifecycle.bad-event':
    case 'lifecycle.too-large':
      return `In the request, ${place(failure.path, 'the event')} ${failure.detail}.`;
    case 'lifecycle.override-required':
      return 'Enabling a skill requires override=true.';
    case 'lifecycle.blank':
      return `${failure.field} cannot be blank.`;
    case 'lifecycle.not-installed':
      return `The skill ${quote(failure.skillId)} is not installed${inVersion(failure.version)}.`;
    case 'lifecycle.already-installed':
      return `The skill ${quote(failure.skillId)} is already installed${inVersion(failure.version)}.`;
    default:
      return failure satisfies never;
  }
}

function place(path: string, whole: string): string {
  return path === '' ? whole : path;
}

function inVersion(version: string | null): string {
  return version === null ? '' : ` in version ${quote(version)}`;
}
