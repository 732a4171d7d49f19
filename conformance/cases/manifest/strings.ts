import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { minimal } from './sample.ts';

const { reads, refuses } = rowsAt('manifest/string', ['MAN-TOML'], {
  sample: minimal,
  piece: '"Echo skill"',
  shows: (name) => ({ name }),
});
const syntax = 'manifest.toml-syntax';

export const stringCases: readonly Case[] = [
  reads('literal', '\'Echo "skill"\'', 'Echo "skill"'),
  reads('literal-ends-in-backslash', "'C:\\'", 'C:\\'),
  reads('multi-line-ends-in-backslash', '"""a\\\\"""', 'a\\'),
  reads('multi-line', '"""Echo\nskill"""', 'Echo\nskill'),
  reads('multi-line-literal', "'''Echo\n'skill' '''", "Echo\n'skill' "),
  reads('quotes-inside', '"""a"b""c"""', 'a"b""c'),
  reads('quote-at-start', '""""a"""', '"a'),
  reads('two-quotes-at-start', '"""""a"""', '""a'),
  reads('quote-at-end', '"""a""""', 'a"'),
  reads('two-quotes-at-end', '"""a"""""', 'a""'),
  reads('apostrophes-inside', "'''a'b''c'''", "a'b''c"),
  reads('apostrophe-at-end', "'''a''''", "a'"),
  reads('two-apostrophes-at-end', "'''a'''''", "a''"),
  reads('three-quotes-escaped', '"""a""\\"b"""', 'a"""b'),
  reads('line-break-escaped', '"""one \\\n   two"""', 'one two'),
  reads('line-break-escaped-crlf', '"""one \\\r\n   two"""', 'one two'),
  reads('line-break-escaped-over-lines', '"""one\\\n\n \t\n  two"""', 'onetwo'),
  reads('line-break-escaped-after-space', '"""one \\ \t\ntwo"""', 'one two'),
  reads('line-break-escaped-at-start', '"""\\\n  one"""', 'one'),
  reads('line-break-escaped-then-end', '"""one\\\n  """', 'one'),
  reads('line-break-escaped-then-quote', '"""one \\\n  """"', 'one "'),
  reads('line-break-escaped-then-two-quotes', '"""one \\\n  """""', 'one ""'),
  reads('backslash-escaped-before-line-break', '"""one\\\\\n  two"""', 'one\\\n  two'),
  reads('astral', '"😀 e\u0301"', '😀 e\u0301'),
  refuses('unclosed', '"Echo skill', syntax),
  refuses('closed-by-apostrophe', `"Echo skill'`, syntax),
  refuses('literal-unclosed', "'Echo skill", syntax),
  refuses('literal-apostrophe-inside', "'Echo's skill'", syntax),
  refuses('multi-line-unclosed', '"""Echo skill""', syntax),
  refuses('multi-line-literal-unclosed', "'''Echo skill''", syntax),
  refuses('six-quotes-at-end', '"""a""""""', syntax),
  refuses('six-apostrophes-at-end', "'''a''''''", syntax),
  refuses('line-break-escaped-in-text', '"one \\\n two"', syntax),
  refuses('line-break-escaped-then-text', '"""one \\ x\n two"""', syntax),
  refuses('no-quotes', 'Echo', syntax),
  refuses('typographic-quotes', '“Echo skill”', syntax),
  refuses('text-after-text', '"Echo" "skill"', syntax),
];
