import type { Case } from '../../case.ts';
import { type Place, textsAt } from './rows-at.ts';
import { full } from './sample.ts';

const proves = ['PATH-NORMAL'] as const;
const code = 'artifact.invalid-path';

const accepted: readonly (readonly [string, string])[] = [
  ['one-name', 'a'],
  ['deep', 'a/b/c/d/e'],
  ['backslashes', 'a\\b\\c'],
  ['space-before-slash', 'a /b'],
  ['spaced-dots', 'a/ .. /b'],
  ['three-dots', '...'],
  ['three-dots-then-name', '.../x'],
  ['dot-behind-name', 'a.'],
  ['hidden-name', '.a'],
  ['two-dots-inside-name', 'a..b'],
  ['device-name', 'con'],
  ['bar', 'a|b'],
  ['tilde', '~/a'],
  ['percent', '%2e%2e/a'],
  ['control', 'a\u0001b'],
  ['newline-inside', 'a\nb'],
  ['byte-order-mark', '\ufeffa'],
  ['zero-width-space-segment', 'a/\u200b/b'],
  ['decomposed', 'e\u0301'],
  ['spaces-around', ' a '],
  ['next-line-around', '\u0085a/b\u0085'],
];

const refused: readonly (readonly [string, string])[] = [
  ['empty', ''],
  ['space', ' '],
  ['slash', '/'],
  ['absolute', '/a'],
  ['absolute-behind-space', ' /a'],
  ['absolute-by-backslash', '\\a'],
  ['slash-last', 'a/'],
  ['slash-last-then-space', 'a/ '],
  ['backslash-last', 'a\\'],
  ['two-slashes', 'a//b'],
  ['two-backslashes', 'a\\\\b'],
  ['slash-and-backslash', 'a/\\b'],
  ['dot', '.'],
  ['dot-segment', 'a/./b'],
  ['dot-segment-last', 'a/.'],
  ['dot-segment-first', './a'],
  ['parent', '..'],
  ['parent-first', '../x'],
  ['parent-first-behind-space', ' ../x'],
  ['parent-last', 'a/..'],
  ['parent-inside', 'a/../b'],
  ['parent-by-backslash', '..\\x'],
  ['drive', 'c:/x'],
  ['drive-relative', 'c:a'],
  ['colon-inside', 'a/b:c'],
  ['stream', 'a:$DATA'],
  ['nul', 'a\u0000b'],
  ['nul-last', 'a/b\u0000'],
];

/** A few of them tell whether the rule is applied at the other places. */
const some = ['parent-first', 'absolute', 'slash-last', 'two-slashes', 'colon-inside', 'nul'];

const readRoot: Place = {
  sample: full,
  piece: '"data/in"',
  shows: (path) => ({ capabilities: { filesystem: { read_roots: [path] } } }),
};
const writeRoot: Place = {
  sample: full,
  piece: '"data/out"',
  shows: (path) => ({ capabilities: { filesystem: { write_roots: [path] } } }),
};
const checklist = (key: string, path: string): Place => ({
  sample: full,
  piece: `"${path}"`,
  shows: (value) => ({ builder: { checklist: { [key]: value } } }),
});
const others: readonly (readonly [string, Place])[] = [
  ['write-root', writeRoot],
  ['declaration-path', checklist('capability_declaration_path', 'builder/capabilities.json')],
  ['provenance-path', checklist('provenance_path', 'builder/provenance.json')],
  ['harness-path', checklist('test_harness_path', 'builder/harness.json')],
];

const reads = textsAt('manifest/read-root', proves, readRoot);

export const pathCases: readonly Case[] = [
  ...accepted.map(([name, path]) => reads.reads(name, path, ['MAN-VERBATIM'])),
  ...refused.map(([name, path]) => reads.refuses(name, path, code)),
  ...others.flatMap(([name, place]) => {
    const rows = textsAt(`manifest/${name}`, proves, place);
    return [
      rows.reads('backslashes-and-spaces', ' a\\b ', ['MAN-VERBATIM']),
      ...refused.filter(([row]) => some.includes(row)).map(([row, path]) => rows.refuses(row, path, code)),
    ];
  }),
];
