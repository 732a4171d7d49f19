import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { full, type Piece } from './sample.ts';

/** Every table of the complete manifest by a line of its own. */
const lines: readonly (readonly [string, Piece])[] = [
  ['root', 'name = "Echo skill"\n'],
  ['tool', 'description = "Returns its input."\n'],
  ['capabilities', '[capabilities]\n'],
  ['filesystem', '[capabilities.filesystem]\n'],
  ['secret', '[[capabilities.secrets]]\n'],
  ['quotas', '[capabilities.quotas]\n'],
  ['wildcard-opt-in', '[capabilities.wildcard_opt_in]\n'],
  ['compat', '[compat]\n'],
  ['integrity-file', '[[integrity.files]]\n'],
  ['builder', '[builder]\n'],
  ['checklist', '[builder.checklist]\n'],
  ['operator', '[operator]\n'],
  ['plugin', '[operator.plugin]\n'],
  ['contract', '[[operator.plugin.contracts]]\n'],
  ['config', '[operator.config]\n'],
  ['property', '[operator.config.properties.retries]\n'],
];

const proves = ['MAN-UNKNOWN-KEYS'] as const;
const code = 'manifest.unknown-key';

function refusesBehind(name: string, line: Piece, pair: string): Case {
  return rowsAt('manifest/unknown', proves, { sample: full, piece: line }).refuses(name, `${line}${pair}\n`, code);
}

const root = 'name = "Echo skill"\n';
const risk = rowsAt('manifest/unknown', proves, { sample: full, piece: 'requires_approval = true }' });
const parent = rowsAt('manifest/unknown', proves, { sample: full, piece: '[compat]\n' });

export const unknownKeyCases: readonly Case[] = [
  ...lines.map(([name, line]) => refusesBehind(`in-${name}`, line, 'surprise = 1')),
  risk.refuses('in-risk', 'requires_approval = true, surprise = 1 }', code),
  parent.refuses('in-entrypoints', '[entrypoints]\nsurprise = 1\n[compat]\n', code),
  parent.refuses('in-integrity', '[integrity]\nsurprise = 1\n[compat]\n', code),
  refusesBehind('table', root, 'surprise = {}'),
  refusesBehind('upper-case', root, 'Manifest_version = 2'),
  refusesBehind('all-upper-case', root, 'BUILDER = {}'),
  refusesBehind('by-dash', root, 'manifest-version = 2'),
  refusesBehind('camel-case', root, 'skillId = "a"'),
  refusesBehind('space-in-name', root, '"name " = "a"'),
  refusesBehind('empty', root, '"" = 1'),
  refusesBehind('proto', root, '__proto__ = {}'),
  refusesBehind('constructor', root, 'constructor = {}'),
  refusesBehind('to-string', root, 'toString = 1'),
  refusesBehind('comment-convention', root, '"$schema" = "x"'),
  refusesBehind('enum', '[operator.config.properties.endpoint]\n', 'enum = ["eu"]'),
  refusesBehind('of-another-table', '[capabilities]\n', 'read_roots = []'),
  refusesBehind('alias-of-another-table', root, 'min_runtime_version = "0.1.0"'),
];
