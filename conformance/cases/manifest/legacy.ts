import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { acceptedSample, changed, extended, full, minimal, type Sample } from './sample.ts';

const proves = ['MAN-LEGACY-OPERATOR'] as const;
const code = 'manifest.operator-in-legacy';
const version = 'manifest_version = 2\n';

const legacy = changed('manifest/legacy', minimal, [version, 'manifest_version = 1\n']);
const emptyOperator = extended('manifest/legacy-operator-empty', legacy, '[operator]\n\n[operator.plugin]\n');
/** A complete manifest but for its operator, which is the last table. */
const rich: Sample = {
  id: 'manifest/legacy-with-everything-else',
  text: (world) => {
    const [before = ''] = full.text(world).split('[operator]\n');
    return before.replace(version, 'manifest_version = 1\n');
  },
};
const emptyLists = extended(
  'manifest/legacy-operator-empty-lists',
  legacy,
  '[operator]\ncategories = []\ntags = []\n[operator.plugin]\ncontracts = []\n',
);

const operator = rowsAt('manifest/legacy', proves, { sample: emptyOperator, piece: '[operator]\n' });
const plugin = rowsAt('manifest/legacy', proves, { sample: emptyOperator, piece: '[operator.plugin]\n' });
const whole = rowsAt('manifest/legacy', proves, { sample: full, piece: version });

export const legacyCases: readonly Case[] = [
  acceptedSample(legacy, [...proves, 'MAN-VERSION-SUPPORTED'], () => ({ manifest_version: 1n })),
  acceptedSample(emptyOperator, proves, () => ({ manifest_version: 1n })),
  acceptedSample(emptyLists, proves),
  acceptedSample(rich, proves, () => ({ manifest_version: 1n, builder: { experimental: true } })),
  operator.refuses('display-name', '[operator]\ndisplay_name = "Echo"\n', code),
  operator.refuses('summary', '[operator]\nsummary = "Echo"\n', code),
  operator.refuses('description', '[operator]\ndescription = "Echo"\n', code),
  operator.refuses('docs-url', '[operator]\ndocs_url = "https://x"\n', code),
  operator.refuses('category', '[operator]\ncategories = ["a"]\n', code),
  operator.refuses('tag', '[operator]\ntags = ["a"]\n', code),
  operator.refuses('config-empty', '[operator.config]\n[operator]\n', code),
  plugin.refuses(
    'default-tool',
    ({ publisher, tool }) => `[operator.plugin]\ndefault_tool_id = "${publisher}.${tool}"\n`,
    code,
  ),
  plugin.refuses('default-module', '[operator.plugin]\ndefault_module_path = "modules/main.wasm"\n', code),
  plugin.refuses('default-entrypoint', '[operator.plugin]\ndefault_entrypoint = "run"\n', code),
  plugin.refuses('contract', '[operator.plugin]\ncontracts = [{ kind = "memory_provider" }]\n', code),
  whole.refuses('operator', 'manifest_version = 1\n', code),
];
