import { encodeEnd, endOf } from '#fixtures/zip/records.ts';
import type { Case } from '../../case.ts';
import { put, refusals, rejected, remove } from '../../rows.ts';
import { type Change, minimal, opened, unsigned, withFiles } from './given.ts';

const proves = ['ART-REQUIRED-ENTRIES'] as const;
const elsewhere = 'artifact/modules-elsewhere-too';
const missing = refusals(proves, minimal, 'artifact.missing-entry');
const modulePath = ['artifact', 'modules', 0, 'path'] as const;

export const requiredEntries: readonly Case[] = [
  opened('artifact/module-without-a-stem', proves, moduleAt('.wasm')),
  opened('artifact/module-in-a-folder', proves, moduleAt('a/b/c.wasm')),
  opened(
    'artifact/file-anywhere',
    [...proves, 'ART-INTEGRITY'],
    withFiles('readme.txt', 'docs/deep/down.txt', 'modules/notes.txt'),
  ),
  opened(elsewhere, proves, withFiles('main.wasm', 'assets/main.wasm', 'docs/modules/main.wasm', 'Modules/main.wasm')),
  rejected(
    'artifact/modules-elsewhere-alone',
    proves,
    elsewhere,
    'artifact.missing-entry',
    remove(['artifact', 'modules', 0]),
  ),
  missing('artifact/no-entries-at-all', put(['artifact'], encodeEnd(endOf(0, 0, 0)))),
  missing('artifact/manifest-missing', unsigned('skill.toml')),
  missing('artifact/sbom-missing', (world) => unsigned(world.parameters.names.sbomEntry)),
  missing('artifact/provenance-missing', unsigned('provenance.json')),
  missing('artifact/module-missing', remove(['artifact', 'modules', 0])),
  missing('artifact/signature-missing', unsigned('signature.json')),
  missing('artifact/module-in-upper-case', put(modulePath, 'main.WASM')),
  missing('artifact/module-with-something-behind', put(modulePath, 'main.wasm.gz')),
  missing('artifact/module-without-a-dot', put(modulePath, 'mainwasm')),
];

function moduleAt(path: string): Change {
  return (base) => ({ ...base, modules: base.modules.map((module) => ({ ...module, path })) });
}
