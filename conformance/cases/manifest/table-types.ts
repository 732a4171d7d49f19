import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { acceptedSample, changed, compatTable, minimal, toolTable } from './sample.ts';

const proves = ['MAN-FIELD-TYPES'] as const;
const code = 'manifest.wrong-type';

/** What the smallest manifest leaves out, so that a line at the root can stand for it. */
const tables = [
  'capabilities',
  'capabilities.filesystem',
  'capabilities.quotas',
  'capabilities.wildcard_opt_in',
  'integrity',
  'builder',
  'operator',
  'operator.plugin',
  'operator.config',
  'operator.config.properties',
  'operator.config.properties.size',
];
const listsOfTables = ['capabilities.secrets', 'integrity.files', 'operator.plugin.contracts'];

const head = 'manifest_version = 2\n';
const root = rowsAt('manifest/type-of', proves, { sample: minimal, piece: head });
const compatLine = ({ parameters: { runtime } }: World) =>
  `compat = { required_protocol_major = ${runtime.protocolMajor}, min_palyra_version = "${runtime.version}" }\n`;
const inlineCompat = changed(
  'manifest/compat-inline',
  minimal,
  [head, (world) => compatLine(world) + head],
  [compatTable, ''],
);
const compat = rowsAt('manifest/type-of-compat', proves, { sample: inlineCompat, piece: compatLine });
const tools = rowsAt('manifest/type-of-tools', proves, { sample: minimal, piece: toolTable });
const toolHeader = rowsAt('manifest/type-of-tools', proves, { sample: minimal, piece: '[[entrypoints.tools]]' });

export const tableTypeCases: readonly Case[] = [
  ...tables.flatMap((key) => [
    refuses(key, 'integer', '1'),
    refuses(key, 'text', '"x"'),
    refuses(key, 'boolean', 'false'),
  ]),
  ...listsOfTables.flatMap((key) => [
    refuses(key, 'table', '{}'),
    refuses(key, 'text', '"x"'),
    refuses(key, 'array-of-text', '["x"]'),
  ]),
  refuses('operator.config.properties', 'array', '[]'),
  acceptedSample(inlineCompat, ['MAN-TOML', 'MAN-FIELD-TYPES'], ({ parameters }) => ({
    compat: { min_palyra_version: parameters.runtime.version },
  })),
  compat.refuses('text', 'compat = "0.1.0"\n', code),
  compat.refuses('integer', 'compat = 1\n', code),
  tools.refuses('text-for-entrypoints', 'entrypoints = "echo"\n', code),
  tools.refuses('text', '[entrypoints]\ntools = "echo"\n', code),
  tools.refuses('array-of-text', '[entrypoints]\ntools = ["echo"]\n', code),
  toolHeader.refuses('one-table', '[entrypoints.tools]', code),
];

function refuses(key: string, kind: string, literal: string): Case {
  return root.refuses(`${key.replaceAll(/[._]/g, '-')}-${kind}`, `${key} = ${literal}\n${head}`, code);
}
