import type { Case } from '../../../case.ts';
import { calling, inlineAnswer } from './given.ts';
import { escapedText, inUtf16, readsText, refusesBytes, refusesText, refusesWhole, textCase } from './input-text.ts';
import { runs, seen } from './rows.ts';

const proves = ['RUN-JSON'] as const;
const refuses = (name: string, piece: string, by: string) =>
  refusesText(proves, 'runner.not-json')(`json-${name}`, piece, by);
const reads = (name: string, piece: string, by: string) => readsText(`json-${name}`, proves, piece, by);

const head = '{"module';
const tail = '"]}}';
const id = '"a.b"';

export const inputJsonCases: readonly Case[] = [
  textCase,
  reads('white-space-around', head, ` \t\r\n${head}`),
  reads('white-space-behind', tail, `${tail}\n\t\r `),
  reads('white-space-inside', '"run",', '\n"run"\t,\r '),
  reads('escaped-nul', id, '"a\\u0000b"'),
  reads('escaped-pair', id, '"\\ud83d\\ude00"'),
  reads('escaped-slash', id, '"a\\/b"'),
  reads('delete-character', id, '"a\u007fb"'),
  reads('line-separator', id, '"a\u2028b"'),
  reads('byte-order-mark-inside', id, '"\ufeffa"'),
  runs(
    'json-all-escaped',
    proves,
    calling(() => ({ input: escapedText })),
    inlineAnswer,
  ),
  refusesWhole('json-white-space-only', ' \n'),
  refusesWhole('json-byte-order-mark-only', '\ufeff'),
  refusesWhole('json-utf-16', inUtf16),
  refuses('byte-order-mark', head, `\ufeff${head}`),
  refuses('form-feed-in-front', head, `\f${head}`),
  refuses('no-break-space-in-front', head, `\u00a0${head}`),
  refuses('vertical-tab-behind', tail, `${tail}\u000b`),
  refuses('nul-behind', tail, `${tail}\u0000`),
  refuses('letter-behind', tail, `${tail}x`),
  refuses('second-value-behind', tail, `${tail}{}`),
  refuses('comma-behind', tail, `${tail},`),
  refuses('unclosed', tail, '"]}'),
  refuses('closed-twice', tail, `${tail}}`),
  refuses('closed-by-bracket', tail, '"]}]'),
  refuses('comma-last-in-object', tail, '"]},}'),
  refuses('comma-last-in-capabilities', tail, '"],}}'),
  refuses('comma-last-in-list', tail, '",]}}'),
  refuses('two-commas', '"run",', '"run",,'),
  refuses('no-comma', '"run",', '"run" '),
  refuses('no-colon', '"skill_id":', '"skill_id" '),
  refuses('equals-for-colon', '"skill_id":', '"skill_id"='),
  refuses('bare-name', '"skill_id":', 'skill_id:'),
  refuses('apostrophes', '"skill_id":', "'skill_id':"),
  refuses('line-comment', head, `//\n${head}`),
  refuses('block-comment', head, `/**/${head}`),
  refuses('upper-case-word', id, 'Null'),
  refuses('cut-word', id, 'nul'),
  refuses('tab-in-text', id, '"a\tb"'),
  refuses('newline-in-text', id, '"a\nb"'),
  refuses('nul-in-text', id, '"a\u0000b"'),
  refuses('control-in-text', id, '"a\u001fb"'),
  refuses('unknown-escape', id, '"\\x41"'),
  refuses('short-escape', id, '"\\u041"'),
  refuses('first-surrogate-alone', id, '"\\ud800"'),
  refuses('last-surrogate-alone', id, '"\\udc00"'),
  refuses('surrogates-reversed', id, '"\\udc00\\ud800"'),
  refuses('first-surrogate-then-letter', id, '"\\ud800a"'),
  refuses('unclosed-text', id, '"a.b'),
  refusesBytes('json-latin-1', 0xe9),
  refusesBytes('json-cut-short', 0xc3),
  refusesBytes('json-overlong', 0xc0, 0xaf),
  refusesBytes('json-surrogate-bytes', 0xed, 0xa0, 0x80),
  deep('deep-lists', '['),
  deep('deep-objects', '{"a":'),
  deep('deep-lists-and-objects', '[{"a":'),
];

function deep(name: string, opener: string): Case {
  const input = `{"skill_id":${opener.repeat(30_000)}`;
  return seen(
    name,
    ['RUN-DEEP'],
    'InvalidInput',
    calling(() => ({ input })),
  );
}
