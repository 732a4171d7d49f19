import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { acceptedSample, changed, full } from './sample.ts';

const version = rowsAt('manifest/config-version', ['MAN-CONFIG-VERSION'], {
  sample: full,
  piece: 'schema_version = 2\n',
  shows: (schema_version) => ({ operator: { config: { schema_version } } }),
});
const required = rowsAt('manifest/required', ['MAN-CONFIG-REQUIRED'], {
  sample: full,
  piece: '["endpoint"]',
  shows: (list) => ({ operator: { config: { required: list } } }),
});
const spaced = changed(
  'manifest/required-spaced-like-its-property',
  full,
  ['["endpoint"]', '[" a"]'],
  ['[operator.config.properties.retries]', '[operator.config.properties." a"]'],
);
const spacedRow = rowsAt('manifest/required', ['MAN-CONFIG-REQUIRED'], {
  sample: spaced,
  piece: '[operator.config.properties." a"]',
});
const unknown = 'manifest.unknown-required-property';

export const configCases: readonly Case[] = [
  version.reads('one', 'schema_version = 1\n', 1n),
  version.refuses('zero', 'schema_version = 0\n', 'manifest.config-version'),
  required.reads('none', '[]', []),
  required.reads('all', '["access_token", "retries", "endpoint"]', ['access_token', 'retries', 'endpoint']),
  required.reads('repeated', '["endpoint", "endpoint"]', ['endpoint', 'endpoint'], ['MAN-NO-OTHER-LIMITS']),
  required.refuses('unknown', '["endpoint", "region"]', unknown),
  required.refuses('prefix', '["end"]', unknown),
  required.refuses('spaced-other-than-its-property', '[" endpoint"]', unknown),
  required.refuses('prototype-key', '["constructor"]', unknown),
  required.refuses('prototype', '["__proto__"]', unknown),
  acceptedSample(spaced, ['MAN-CONFIG-REQUIRED', 'MAN-VERBATIM'], () => ({
    operator: { config: { required: [' a'] } },
  })),
  spacedRow.refuses('spaced-unlike-its-property', '[operator.config.properties.a]', unknown),
];
