import { expect, test } from 'vitest';
import { referenceIdentity } from '#reference/identity.ts';
import { packageVersion } from './package-version.ts';

test('the reference names itself by the version of the package', () => {
  expect(referenceIdentity.version).toBe(packageVersion());
});
