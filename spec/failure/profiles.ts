import { quote } from './evidence.ts';

/** Why no deployment profile can be told. */
export type ProfileFailure = { readonly code: 'profile.unknown'; readonly value: string };

export function describeProfile(failure: ProfileFailure): string {
  switch (failure.code) {
    case 'profile.unknown':
      return `${quote(failure.value)} is no deployment profile; there are local, single-vm and worker-enabled.`;
    default:
      return failure.code satisfies never;
  }
}
