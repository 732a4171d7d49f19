import type { Case } from '../../case.ts';
import { refusals } from '../../rows.ts';
import { appended, opened, prepended, withFiles } from './given.ts';

const plain = 'artifact/name-plain';
const accented = 'artifact/name-composed';
const spelt = refusals(['ART-UNIQUE-NAMES'], plain, 'artifact.duplicate-entry');
const speltByAccent = refusals(['ART-UNIQUE-NAMES'], accented, 'artifact.duplicate-entry');
const repeated = refusals(['ART-UNIQUE-RAW-NAMES'], plain, 'artifact.duplicate-entry');
const content = 'another content';

/** `docs/é` in code page 437. */
const codePageName = Uint8Array.from([...Buffer.from('docs/'), 0x82]);

export const uniqueNames: readonly Case[] = [
  opened(plain, ['ART-UNIQUE-NAMES', 'ART-UNIQUE-RAW-NAMES'], withFiles('docs/a', 'docs/b')),
  spelt('artifact/name-again-with-backslash', appended({ name: 'docs\\a', content })),
  spelt('artifact/name-again-with-blank-in-front', appended({ name: ' docs/a', content })),
  spelt('artifact/name-again-with-blank-behind', prepended({ name: 'docs/a\u3000', content })),
  spelt('artifact/name-again-with-same-content', appended({ name: 'docs/a ', content: 'content of docs/a' })),
  spelt('artifact/manifest-again-with-blank', appended({ name: ' skill.toml', content })),
  spelt('artifact/signature-again-with-blank', prepended({ name: 'signature.json ', content })),
  speltByAccent('artifact/name-again-in-code-page-437', appended({ name: codePageName, content, both: { flags: 0 } })),
  repeated('artifact/name-twice-behind', appended({ name: 'docs/a', content })),
  repeated('artifact/name-twice-in-front', prepended({ name: 'docs/a', content })),
  repeated('artifact/name-twice-same-content', prepended({ name: 'docs/a', content: 'content of docs/a' })),
  repeated('artifact/manifest-twice', prepended({ name: 'skill.toml', content })),
];

export const keptNames: readonly Case[] = [
  opened('artifact/name-in-both-cases', ['ART-NAMES-CASE'], withFiles('docs/readme', 'docs/README')),
  opened('artifact/manifest-in-upper-case-too', ['ART-NAMES-CASE'], withFiles('SKILL.TOML')),
  opened('artifact/name-in-both-unicode-forms', ['ART-NAMES-CASE'], withFiles('docs/\u00e9', 'docs/e\u0301')),
  opened(accented, ['ART-NAMES-UTF8', 'ART-NAMES-CASE'], withFiles('docs/\u00e9')),
];
