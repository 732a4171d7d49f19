import type { FailureCode } from '../failure.ts';
import { quote } from './evidence.ts';

/** What can be wrong with a folder of artifacts, and with what is asked of it. */
export type RegistryFailure =
  | { readonly code: 'registry.missing'; readonly path: string }
  | { readonly code: 'registry.unreadable'; readonly path: string; readonly detail: string }
  | { readonly code: 'registry.too-many'; readonly limit: number }
  | {
      readonly code: 'registry.too-large';
      readonly what: 'files and folders' | 'levels of folders';
      readonly limit: number;
    }
  | { readonly code: 'registry.bad-name'; readonly path: string }
  | {
      readonly code: 'registry.bad-artifact';
      readonly artifact: string;
      readonly because: FailureCode;
      readonly says: string;
    }
  | {
      readonly code: 'registry.duplicate';
      readonly skillId: string;
      readonly version: string;
      readonly artifacts: readonly [string, string];
    }
  | { readonly code: 'registry.not-found'; readonly skillId: string; readonly version: string | undefined }
  | { readonly code: 'registry.changed'; readonly artifact: string };

export function describeRegistry(failure: RegistryFailure): string {
  switch (failure.code) {
    case 'registry.missing':
      return `The registry ${quote(failure.path)} is not a folder.`;
    case 'registry.unreadable':
      return `The registry cannot be read: ${quote(failure.path)}: ${failure.detail}.`;
    case 'registry.too-many':
      return `The registry has more than ${failure.limit} artifacts.`;
    case 'registry.too-large':
      return `The registry has more than ${failure.limit} ${failure.what}.`;
    case 'registry.bad-name':
      return `${quote(failure.path)} in the registry has a name that an index cannot hold; rename it.`;
    case 'registry.bad-artifact':
      return `${quote(failure.artifact)} in the registry is refused as ${failure.because}: ${failure.says}`;
    case 'registry.duplicate': {
      const [one, other] = failure.artifacts;
      return `${quote(one)} and ${quote(other)} in the registry are both ${failure.skillId} ${failure.version}.`;
    }
    case 'registry.not-found': {
      const version = failure.version === undefined ? 'any version' : `version ${quote(failure.version)}`;
      return `The registry has no ${version} of ${quote(failure.skillId)}.`;
    }
    case 'registry.changed':
      return `${quote(failure.artifact)} in the registry changed while it was being read.`;
    default:
      return failure satisfies never;
  }
}
