import type { Case } from '../../case.ts';
import { textsAt } from './rows-at.ts';
import { full } from './sample.ts';

const { reads, refuses } = textsAt('manifest/default-module', ['MAN-DEFAULT-MODULE'], {
  sample: full,
  piece: '"modules/main.wasm"',
  shows: (default_module_path) => ({ operator: { plugin: { default_module_path } } }),
});
const shape = 'manifest.bad-default-module';
const path = 'artifact.invalid-path';

export const defaultModuleCases: readonly Case[] = [
  reads('no-name', 'modules/.wasm'),
  reads('space-as-name', 'modules/ .wasm'),
  reads('in-a-folder', 'modules/a/b.wasm'),
  reads('by-backslash', 'modules/a\\b.wasm', ['MAN-VERBATIM']),
  reads('not-in-the-artifact', 'modules/nowhere.wasm', ['MAN-NO-OTHER-LIMITS']),
  reads('star', 'modules/*.wasm', ['MAN-NO-OTHER-LIMITS']),
  refuses('empty', '', shape),
  refuses('dots-inside-name', 'modules/a..b.wasm', shape),
  refuses('parent', 'modules/../a.wasm', shape),
  refuses('backslash-behind-folder', 'modules\\a.wasm', shape),
  refuses('space-in-front', ' modules/a.wasm', shape, ['MAN-TRIM']),
  refuses('space-behind', 'modules/a.wasm ', shape, ['MAN-TRIM']),
  refuses('other-folder', 'assets/a.wasm', shape),
  refuses('no-folder', 'a.wasm', shape),
  refuses('folder-in-front', 'x/modules/a.wasm', shape),
  refuses('folder-upper-case', 'Modules/a.wasm', shape),
  refuses('other-suffix', 'modules/a.wat', shape),
  refuses('suffix-upper-case', 'modules/a.WASM', shape),
  refuses('nul', 'modules/a\u0000.wasm', shape),
  refuses('two-slashes', 'modules//a.wasm', path, ['PATH-NORMAL']),
  refuses('dot-segment', 'modules/./a.wasm', path, ['PATH-NORMAL']),
  refuses('colon', 'modules/a:b.wasm', path, ['PATH-NORMAL']),
  refuses('slash-and-backslash', 'modules/\\a.wasm', path, ['PATH-NORMAL']),
];
