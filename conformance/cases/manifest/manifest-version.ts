import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { minimal } from './sample.ts';

const { reads, refuses } = rowsAt('manifest/version-number', ['MAN-VERSION-SUPPORTED'], {
  sample: minimal,
  piece: 'manifest_version = 2\n',
  shows: (manifest_version) => ({ manifest_version }),
});
const unsupported = 'manifest.unsupported-version';

export const manifestVersionCases: readonly Case[] = [
  reads('in-hex', 'manifest_version = 0x2\n', 2n),
  reads('absent', '', 2n),
  refuses('zero', 'manifest_version = 0\n', unsupported),
  refuses('next', 'manifest_version = 3\n', unsupported),
  refuses('most', 'manifest_version = 4294967295\n', unsupported),
];
