const timePattern = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?/;
const offsetPattern = /^([+-])(\d\d):(\d\d)$/;
const fractionDigits = 9;

/** What the reader would take for a date or a time, well-formed or not. No number has these marks in these places. */
export function looksLikeDatetime(literal: string): boolean {
  return /^(\d\d:|\d{4}-)/.test(literal);
}

/** A date that a time may follow after a space. */
export function looksLikeDate(literal: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(literal);
}

/** MAN-FREE-DATETIME: the one spelling of a date, a time or both; undefined where there is no such moment. */
export function normaliseDatetime(literal: string): string | undefined {
  if (literal[2] === ':') {
    const time = readTime(literal);
    return time?.rest === '' ? time.text : undefined;
  }
  const date = literal.slice(0, 10);
  if (!looksLikeDate(date) || !isInCalendar(date)) return undefined;
  if (literal.length === 10) return date;
  if (!/[Tt ]/.test(literal.charAt(10))) return undefined;
  const time = readTime(literal.slice(11));
  if (time === undefined) return undefined;
  const offset = normaliseOffset(time.rest);
  return offset === undefined ? undefined : `${date}T${time.text}${offset}`;
}

function isInCalendar(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeapYear ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Second 60 is a leap second. Seconds that were left out stay out. */
function readTime(literal: string): { readonly text: string; readonly rest: string } | undefined {
  const [match, hour = '', minute = '', second = '', fraction = ''] = timePattern.exec(literal) ?? [];
  if (match === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const seconds = second === '' ? '' : `:${second}${normaliseFraction(fraction)}`;
  return { text: `${hour}:${minute}${seconds}`, rest: literal.slice(match.length) };
}

/** Nine digits at most, and no zeros at the end, but never a point without a digit. */
function normaliseFraction(fraction: string): string {
  if (fraction === '') return '';
  const digits = fraction.slice(0, fractionDigits).replace(/0+$/, '');
  return `.${digits || '0'}`;
}

function normaliseOffset(text: string): string | undefined {
  if (text === '') return '';
  if (text === 'Z' || text === 'z') return 'Z';
  const [match, , hour = '', minute = ''] = offsetPattern.exec(text) ?? [];
  if (match === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return match === '-00:00' ? '+00:00' : match;
}
