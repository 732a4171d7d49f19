import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../case.ts';
import { type Place, rowsAt } from './rows-at.ts';
import { full } from './sample.ts';

const choice = rowsAt('manifest/enum-values', ['MAN-CONFIG-ENUM'], {
  sample: full,
  piece: 'default = "eu"\nenum_values = ["eu", "us"]\n',
  shows: (enum_values) => ({ operator: { config: { properties: { endpoint: { enum_values } } } } }),
});
const chosen = rowsAt('manifest/enum-default', ['MAN-CONFIG-DEFAULT'], {
  sample: full,
  piece: 'default = "eu"\nenum_values = ["eu", "us"]\n',
  shows: (value) => ({ operator: { config: { properties: { endpoint: { default: value } } } } }),
});
const typed = rowsAt('manifest/enum-values', ['MAN-CONFIG-ENUM'], {
  sample: full,
  piece: 'type = "integer"\ndefault = 3\n',
});
const retries: Place = {
  sample: full,
  piece: 'type = "integer"\ndefault = 3\n',
  shows: (shown) => ({ operator: { config: { properties: { retries: { default: shown } } } } }),
};
const value = rowsAt('manifest/default-value', ['MAN-CONFIG-DEFAULT'], retries);
const badEnum = 'manifest.bad-enum-values';
const badDefault = 'manifest.bad-default';
const withDefault = (type: string, literal: string) => `type = "${type}"\ndefault = ${literal}\n`;

/** Values that are none of a type. */
const refused: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'string',
    [
      ['integer', '1'],
      ['boolean', 'true'],
      ['list', '["a"]'],
      ['table', '{}'],
      ['date', '1979-05-27'],
      ['nan', 'nan'],
    ],
  ],
  [
    'integer',
    [
      ['float', '1.0'],
      ['text', '"1"'],
      ['boolean', 'true'],
      ['list', '[1]'],
      ['infinity', 'inf'],
    ],
  ],
  [
    'number',
    [
      ['text', '"1"'],
      ['boolean', 'false'],
      ['table', '{}'],
      ['nan', 'nan'],
      ['infinity', 'inf'],
      ['date', '1979-05-27'],
    ],
  ],
  [
    'boolean',
    [
      ['integer', '1'],
      ['text', '"true"'],
      ['list', '[true]'],
      ['nan', 'nan'],
    ],
  ],
  [
    'string_list',
    [
      ['text', '"a"'],
      ['list-of-integers', '[1]'],
      ['mixed-list', '["a", 1]'],
      ['list-of-lists', '[["a"]]'],
      ['table', '{}'],
      ['nan', 'nan'],
      ['date-in-list', '[1979-05-27]'],
    ],
  ],
];

export const configValueCases: readonly Case[] = [
  choice.reads('one', 'enum_values = ["eu"]\n', ['eu']),
  choice.reads('case-tells-apart', 'enum_values = ["eu", "EU"]\n', ['eu', 'EU']),
  choice.reads('spaces-kept', 'enum_values = [" eu", "us "]\n', [' eu', 'us '], ['MAN-VERBATIM']),
  choice.reads('form-tells-apart', 'enum_values = ["\u00e9", "e\u0301"]\n', ['\u00e9', 'e\u0301']),
  choice.refuses('twice', 'enum_values = ["eu", "us", "eu"]\n', badEnum),
  choice.refuses('twice-but-for-a-space', 'enum_values = ["a", " a"]\n', badEnum),
  choice.refuses('twice-but-for-a-next-line', 'enum_values = ["a", "a\\u0085"]\n', badEnum, ['MAN-TRIM']),
  choice.refuses('empty-text', 'enum_values = ["eu", ""]\n', badEnum),
  choice.refuses('blank', 'enum_values = ["eu", " "]\n', badEnum),
  ...['integer', 'number', 'boolean', 'string_list'].flatMap((type) => [
    typed.refuses(`of-${type.replace('_', '-')}`, `type = "${type}"\nenum_values = ["1"]\n`, badEnum),
    typed.reads(`of-${type.replace('_', '-')}-empty`, `type = "${type}"\nenum_values = []\n`),
  ]),
  chosen.reads('last', 'default = "us"\nenum_values = ["eu", "us"]\n', 'us'),
  chosen.reads('spaced-alike', 'default = " eu"\nenum_values = [" eu"]\n', ' eu', ['MAN-VERBATIM']),
  chosen.reads('without-enum', 'default = "anything"\n', 'anything'),
  chosen.refuses('not-among', 'default = "asia"\nenum_values = ["eu", "us"]\n', badDefault),
  chosen.refuses('other-case', 'default = "EU"\nenum_values = ["eu", "us"]\n', badDefault),
  chosen.refuses('spaced', 'default = " eu"\nenum_values = ["eu", "us"]\n', badDefault),
  chosen.refuses('among-them-when-trimmed', 'default = "a"\nenum_values = [" a"]\n', badDefault),
  chosen.refuses('empty', 'default = ""\nenum_values = ["eu"]\n', badDefault),
  value.reads('string', withDefault('string', '""'), ''),
  value.reads('integer-negative', withDefault('integer', '-1'), -1n),
  value.reads('integer-above-63-bits', withDefault('integer', '9223372036854775808'), 2n ** 63n),
  value.reads('number-integer', withDefault('number', '1'), 1n, ['MAN-FREE-FORM']),
  value.reads('number-float', withDefault('number', '1.5'), 1.5),
  value.reads('boolean', withDefault('boolean', 'false'), false),
  value.reads('string-list', withDefault('string_list', '["a", "a", ""]'), ['a', 'a', '']),
  value.reads('string-list-empty', withDefault('string_list', '[]'), []),
  ...refused.flatMap(([type, literals]) =>
    literals.map(([kind, literal]) =>
      rowsAt('manifest/default-value', [provenBy(kind)], retries).refuses(
        `${type.replace('_', '-')}-by-${kind}`,
        withDefault(type, literal),
        badDefault,
      ),
    ),
  ),
];

/** Whoever reads no such value at all refuses it elsewhere, and that is no fault of the default. */
function provenBy(kind: string): RequirementId {
  if (kind.startsWith('date')) return 'MAN-FREE-DATETIME';
  return kind === 'nan' || kind === 'infinity' ? 'MAN-FREE-NONFINITE' : 'MAN-CONFIG-DEFAULT';
}
