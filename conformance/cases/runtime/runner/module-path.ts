import { guestModule } from '#fixtures/guests/guests.ts';
import type { Case } from '../../../case.ts';
import { remove } from '../../../rows.ts';
import { type ArtifactChange, addModule, at, field, mainModule, ofSkill, skillAnswer } from './given.ts';
import { refused, refusingSkill, runs } from './rows.ts';

const path = ['RUN-MODULE-PATH'] as const;
const known = ['RUN-MODULE-KNOWN'] as const;
const choice = ['RUN-MODULE-CHOICE'] as const;
const badPath = refusingSkill(path, 'runner.bad-module-path');
const unknownPath = refusingSkill(known, 'runner.unknown-module');

/** Two modules, of which the second gives 1000. */
const twoModules: ArtifactChange = (base) => ({
  ...base,
  modules: [...base.modules, { path: 'deep/walk.wasm', bytes: guestModule('recursion') }],
});
/** Files that only look like modules to a reader who does not look closely. */
const besideModule: ArtifactChange = (base) => ({
  ...base,
  modules: [...base.modules, { path: 'readme.txt', bytes: 'text' }, { path: 'old.WASM', bytes: 'text' }],
  assets: [{ path: 'extra.wasm', bytes: guestModule('recursion') }],
  others: [{ path: 'Modules/extra.wasm', bytes: 'text' }],
});
const dottedModule: ArtifactChange = (base) => ({
  ...base,
  modules: [{ path: 'a..b.wasm', bytes: guestModule('answer') }],
});

const answerOf = (module_path: string, exit_code = 42n) => ({ ...skillAnswer, exit_code, skill: { module_path } });

/** No path of a module, with the one module of the artifact in mind. */
const malformed = [
  ['file-name', 'main.wasm'],
  ['slash-first', '/modules/main.wasm'],
  ['backslash-first', '\\modules/main.wasm'],
  ['backslash', 'modules\\main.wasm'],
  ['dot-first', './modules/main.wasm'],
  ['capital', 'Modules/main.wasm'],
  ['ending-in-capitals', 'modules/main.WASM'],
  ['other-ending', 'modules/main.wat'],
  ['no-ending', 'modules/main'],
  ['climbing', 'modules/../main.wasm'],
  ['climbing-and-back', 'modules/../modules/main.wasm'],
  ['two-dots-in-name', 'modules/ma..in.wasm'],
  ['nul-behind', 'modules/main.wasm\u0000'],
  ['nul-inside', 'modules/main.wasm\u0000.wasm'],
  ['manifest', 'skill.toml'],
  ['asset', 'assets/main.wasm'],
  ['byte-order-mark', '\ufeffmodules/main.wasm'],
] as const;

const unknown = [
  ['unknown', 'modules/other.wasm'],
  ['of-no-name', 'modules/.wasm'],
  ['in-other-case', 'modules/Main.wasm'],
  ['two-slashes', 'modules//main.wasm'],
  ['dot-inside', 'modules/./main.wasm'],
  ['deeper', 'modules/main.wasm/main.wasm'],
  ['blank-inside', 'modules/ main.wasm'],
] as const;

export const modulePathCases: readonly Case[] = [
  runs('module-path', [...path, ...known], ofSkill({ module_path: mainModule }), answerOf(mainModule)),
  runs(
    'module-path-trimmed',
    [...path, ...known],
    ofSkill({ module_path: `\u0085${mainModule} ` }),
    answerOf(mainModule),
  ),
  ...malformed.map(([name, text]) => badPath(`module-path-${name}`, field('module_path', text))),
  ...unknown.map(([name, text]) => unknownPath(`module-path-${name}`, field('module_path', text))),

  runs(
    'module-path-of-first',
    [...known, ...choice],
    ofSkill({ module_path: mainModule }, twoModules),
    answerOf(mainModule),
  ),
  runs(
    'module-path-of-second',
    [...known, ...choice],
    ofSkill({ module_path: 'modules/deep/walk.wasm' }, twoModules),
    answerOf('modules/deep/walk.wasm', 1000n),
  ),
  refused('two-modules', choice, 'module-path-of-first', 'runner.several-modules', remove(at('module_path'))),
  refusingSkill(choice, 'runner.several-modules')('second-module', addModule('zz.wasm', 'no module')),
  runs('files-beside-module', choice, ofSkill({}, besideModule), answerOf(mainModule)),
  runs('one-module-with-two-dots', choice, ofSkill({}, dottedModule), answerOf('modules/a..b.wasm')),
  refused(
    'module-path-of-two-dots-that-is-there',
    path,
    'one-module-with-two-dots',
    'runner.bad-module-path',
    field('module_path', 'modules/a..b.wasm'),
  ),
];
