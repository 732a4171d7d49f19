import type { Case } from '../../case.ts';
import { exactly } from './exactly.ts';
import { type Place, rowsAt } from './rows-at.ts';
import { full, minimal } from './sample.ts';

const key = '$__toml_private_datetime';
const place: Place = {
  sample: minimal,
  piece: 'input_schema = { type = "object" }',
  shows: (text) => ({ entrypoints: { tools: [{ input_schema: exactly({ x: { [key]: text } }) }] } }),
};
const inside = rowsAt('manifest/date', ['MAN-FREE-DATETIME'], place);
const malformed = rowsAt('manifest/date', ['MAN-TOML'], place);
const whole = rowsAt('manifest/date', ['MAN-FREE-DATETIME'], {
  sample: minimal,
  piece: '{ type = "object" }',
  shows: (text) => ({ entrypoints: { tools: [{ input_schema: exactly({ [key]: text }) }] } }),
});
const list = rowsAt('manifest/dates', ['MAN-FREE-DATETIME'], {
  ...place,
  shows: (texts) => ({ entrypoints: { tools: [{ input_schema: exactly({ x: texts }) }] } }),
});
const endpoint = rowsAt('manifest/date', ['MAN-FREE-DATETIME'], { sample: full, piece: 'default = 3\n' });

const reads = (name: string, literal: string, text = literal) =>
  inside.reads(name, `input_schema = { x = ${literal} }`, text);
/** TOML knows no such date; whoever takes it for one has an engine that corrects calendars silently. */
const refuses = (name: string, literal: string) =>
  malformed.refuses(name, `input_schema = { x = ${literal} }`, 'manifest.toml-syntax');

/** The last day of each month. */
const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map(
  (day, month) => `1979-${String(month + 1).padStart(2, '0')}-${day}`,
);

const complete = '1979-05-27T07:32:00.5+07:30';

/** Texts that only begin like a date, or hold a mark that belongs elsewhere. */
const misspelt: readonly (readonly [string, string])[] = [
  ['underscore-for-t', '1979-05-27_07:32:00'],
  ['colon-for-offset-sign', '1979-05-27T07:32:00:07:00'],
  ['text-behind-date', '1979-05-27x'],
  ['text-behind-time', '07:32:00x'],
  ['text-behind-fraction', '07:32:00.5x'],
  ['text-behind-offset', `${complete}x`],
  ['text-behind-utc', '1979-05-27T07:32:00Zx'],
];

export const dateTimeCases: readonly Case[] = [
  reads('local', '1979-05-27'),
  reads('local-time', '07:32:00'),
  reads('local-time-without-seconds', '07:32'),
  reads('local-date-time', '1979-05-27T07:32:00'),
  reads('local-date-time-without-seconds', '1979-05-27T07:32'),
  reads('offset', '1979-05-27T07:32:00-07:00'),
  reads('offset-to-the-east', '1979-05-27T07:32:00+05:30'),
  reads('with-every-part', complete),
  reads('largest-time-and-offset', '9999-12-31T23:59:59.999999999+23:59'),
  reads('fraction-inner-zeros', '07:32:00.001020', '07:32:00.00102'),
  reads('utc', '1979-05-27T07:32:00Z'),
  reads('utc-without-seconds', '1979-05-27T07:32Z'),
  reads('lower-case-letters', '1979-05-27t07:32:00z', '1979-05-27T07:32:00Z'),
  reads('space-for-t', '1979-05-27 07:32:00Z', '1979-05-27T07:32:00Z'),
  reads('nine-digits', '07:32:00.123456789'),
  reads('ten-digits-cut', '07:32:00.1234567899', '07:32:00.123456789'),
  reads('zero-fraction', '07:32:00.000', '07:32:00.0'),
  reads('minus-zero-offset', '1979-05-27T07:32:00-00:00', '1979-05-27T07:32:00+00:00'),
  reads('leap-second', '1990-12-31T23:59:60Z'),
  reads('year-zero', '0000-01-01'),
  reads('leap-day', '2024-02-29'),
  reads('leap-day-of-a-fourth-century', '2000-02-29'),
  list.reads(
    'last-of-each-month',
    `input_schema = { x = [${lastDays.join(',')}] }`,
    lastDays.map((day) => ({ [key]: day })),
  ),
  list.reads('beside-a-number', 'input_schema = { x = [1979-05-27,7] }', [{ [key]: '1979-05-27' }, 7n]),
  list.reads('before-a-comment', 'input_schema.x = 1979-05-27 #1', { [key]: '1979-05-27' }),
  inside.reads('table-with-that-key', `input_schema = { x = { "${key}" = "soon" } }`, 'soon'),
  whole.reads('as-schema', '1979-05-27', '1979-05-27'),
  refuses('month-13', '1979-13-01'),
  refuses('month-0', '1979-00-01'),
  refuses('day-0', '1979-05-00'),
  refuses('day-32', '1979-05-32'),
  refuses('april-31', '1979-04-31'),
  refuses('june-31', '1979-06-31'),
  refuses('september-31', '1979-09-31'),
  refuses('november-31', '1979-11-31'),
  refuses('february-30', '2024-02-30'),
  refuses('february-29', '2023-02-29'),
  refuses('february-29-of-a-century', '1900-02-29'),
  refuses('hour-24', '24:00:00'),
  refuses('minute-60', '07:60:00'),
  refuses('second-61', '07:32:61'),
  refuses('offset-hour-24', '1979-05-27T07:32:00+24:00'),
  refuses('offset-minute-60', '1979-05-27T07:32:00+07:60'),
  refuses('offset-without-colon', '1997-09-09T09:09:09.09+0909'),
  refuses('month-one-digit', '1987-7-05'),
  refuses('month-question-mark', '1987-?7-05'),
  refuses('day-comma', '1997-09-,9'),
  refuses('year-five-digits', '11979-05-27'),
  refuses('year-three-digits', '979-05-27'),
  refuses('two-spaces-for-t', '1979-05-27  07:32:00'),
  refuses('t-at-end', '1979-05-27T'),
  refuses('offset-on-local-time', '07:32:00Z'),
  refuses('fraction-empty', '07:32:00.'),
  refuses('hour-one-digit', '7:32:00'),
  refuses('slashes', '1979/05/27'),
  ...misspelt.map(([name, literal]) => refuses(name, literal)),
  ...[...complete].map((_, at) => refuses(`letter-at-${at}`, `${complete.slice(0, at)}x${complete.slice(at + 1)}`)),
  endpoint.refuses('matches-no-type', 'default = 1979-05-27\n', 'manifest.bad-default'),
];
