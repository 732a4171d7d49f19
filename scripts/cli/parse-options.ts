import { nearest } from '#conformance/nearest.ts';
import { isBlank } from '#reference/text/white-space.ts';
import { ok } from '#spec/result.ts';
import type { OneOf, Option, OptionTable, Parsed } from './options.ts';
import { type Outcome, refuse } from './problem.ts';

type ParsedOrHelp<T extends OptionTable> =
  | { readonly help: true }
  | { readonly help: false; readonly options: Parsed<T> };

/** Nothing is asked of a line that asks for help. */
export function parseOptions<const T extends OptionTable>(
  args: readonly string[],
  table: T,
  oneOf: readonly OneOf[],
): Outcome<ParsedOrHelp<T>> {
  const given = collect(args, table);
  if (!given.ok) return given;
  if (given.value.has('help')) return ok({ help: true });
  const complete = checkRequired(given.value, table);
  if (!complete.ok) return complete;
  const exclusive = checkOneOf(given.value, table, oneOf);
  if (!exclusive.ok) return exclusive;
  const options = Object.entries(table).map(([name, option]) => [name, givenValue(option, given.value.get(name))]);
  // The loop above has made each value of the type that its option has in the table.
  return ok({ help: false, options: Object.fromEntries(options) as Parsed<T> });
}

/** The part of a line that is for this program: what is behind two dashes may be the line of another one. */
export function ownWords(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end === -1 ? args : args.slice(0, end);
}

/** One option at the head of the arguments, and how many of them it takes up. */
interface Token {
  readonly name: string;
  readonly value: string;
  readonly width: number;
}

const noValue = '';

export function readOption(args: readonly string[], at: number, table: OptionTable): Outcome<Token> {
  const argument = args[at] ?? '';
  const equals = argument.indexOf('=');
  const written = equals === -1 ? argument : argument.slice(0, equals);
  const inline = equals === -1 ? undefined : argument.slice(equals + 1);
  const name = written === '-h' ? 'help' : written.slice(2);
  const option = written.startsWith('--') || written === '-h' ? named(table, name) : undefined;
  if (option === undefined) {
    const names = Object.keys(table).filter((known) => named(table, known) !== undefined);
    const close = nearest(written.replace(/^-+/, ''), names);
    return refuse({ code: 'cli.unknown-option', option: written, nearest: close && `--${close}` });
  }
  if (option.kind === 'flag') {
    if (inline !== undefined) return refuse({ code: 'cli.unexpected-value', option: written });
    return ok({ name, value: noValue, width: 1 });
  }
  const next = args[at + 1];
  // A value that looks like an option is nearly always an option whose neighbour lost its value.
  const following = next !== undefined && (next === '-' || !next.startsWith('-')) ? next : undefined;
  const value = inline ?? following;
  if (value === undefined) {
    return option.kind === 'optional'
      ? ok({ name, value: noValue, width: 1 })
      : refuse({ code: 'cli.missing-value', option: written });
  }
  if (isBlank(value)) return refuse({ code: 'cli.blank', source: written });
  const wanted = wantedInstead(option, value);
  if (wanted !== undefined) return refuse({ code: 'cli.bad-value', source: written, value, wanted });
  return ok({ name, value, width: inline === undefined ? 2 : 1 });
}

function wantedInstead(option: Option, value: string): string | undefined {
  switch (option.kind) {
    case 'choice':
    case 'argument':
      return (option.choices?.includes(value) ?? true) ? undefined : option.choices?.join(' or ');
    case 'choices':
      return value.split(',').every((one) => option.choices.includes(one))
        ? undefined
        : `some of ${option.choices.join(', ')}`;
    case 'integer': {
      const fits = /^[0-9]{1,15}$/.test(value) && Number(value) >= option.least && Number(value) <= option.most;
      return fits ? undefined : `a whole number from ${option.least} to ${option.most}`;
    }
    default:
      return undefined;
  }
}

type Place = Extract<Option, { kind: 'argument' | 'arguments' | 'rest' }>;

function named(table: OptionTable, name: string): Exclude<Option, Place> | undefined {
  const option = Object.hasOwn(table, name) ? table[name] : undefined;
  return option === undefined || isPlace(option) ? undefined : option;
}

function isPlace(option: Option): option is Place {
  return option.kind === 'argument' || option.kind === 'arguments' || option.kind === 'rest';
}

function collect(args: readonly string[], table: OptionTable): Outcome<ReadonlyMap<string, readonly string[]>> {
  const given = new Map<string, string[]>();
  const options = Object.entries(table);
  const places = options.flatMap(([name, option]) =>
    option.kind === 'argument' || option.kind === 'arguments' ? [{ name, option }] : [],
  );
  const rest = options.find(([, { kind }]) => kind === 'rest')?.[0];
  let onlyArguments = false;
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    if (onlyArguments || !argument.startsWith('-') || argument === '-') {
      const [place] = places;
      if (place === undefined) return refuse({ code: 'cli.unexpected-argument', argument });
      const { name, option } = place;
      const source = `<${option.shows}>`;
      if (isBlank(argument)) return refuse({ code: 'cli.blank', source });
      const wanted = wantedInstead(option, argument);
      if (wanted !== undefined) return refuse({ code: 'cli.bad-value', source, value: argument, wanted });
      add(given, name, argument);
      if (option.kind !== 'arguments') places.shift();
    } else if (argument === '--') {
      if (rest !== undefined) {
        given.set(rest, args.slice(at + 1));
        break;
      }
      onlyArguments = true;
    } else {
      const token = readOption(args, at, table);
      if (!token.ok) return token;
      const { name, value, width } = token.value;
      const kind = table[name]?.kind;
      if (given.has(name) && kind !== 'list' && kind !== 'choices') {
        return refuse({ code: 'cli.repeated-option', option: `--${name}` });
      }
      add(given, name, value);
      at += width - 1;
    }
  }
  return ok(given);
}

function add(given: Map<string, string[]>, name: string, value: string): void {
  const earlier = given.get(name);
  if (earlier === undefined) given.set(name, [value]);
  else earlier.push(value);
}

function checkRequired(given: ReadonlyMap<string, readonly string[]>, table: OptionTable): Outcome<undefined> {
  for (const [name, option] of Object.entries(table)) {
    const values = given.get(name);
    switch (option.kind) {
      case 'argument':
      case 'arguments': {
        const least = option.kind === 'arguments' ? option.least : option.optional ? 0 : 1;
        if ((values?.length ?? 0) < least) return refuse({ code: 'cli.missing-argument', argument: option.shows });
        break;
      }
      case 'rest':
        // Two dashes with nothing behind them are a variable that was empty, never a wish to do without.
        if (values === undefined ? option.required : values.length === 0) {
          return refuse({ code: 'cli.missing-argument', argument: `-- ${option.shows}` });
        }
        break;
      default:
        if (values === undefined && 'required' in option) {
          return refuse({ code: 'cli.missing-option', option: `--${name}` });
        }
    }
  }
  return ok(undefined);
}

function checkOneOf(
  given: ReadonlyMap<string, unknown>,
  table: OptionTable,
  groups: readonly OneOf[],
): Outcome<undefined> {
  for (const { of, required } of groups) {
    const names = of.map((name) => shownInGroup(name, table[name]));
    const chosen = names.filter((_, index) => given.has(of[index] ?? ''));
    if (chosen.length > 1) return refuse({ code: 'cli.conflicting-options', options: chosen });
    if (required && chosen.length === 0) {
      return refuse({ code: 'cli.missing-option', option: `One of ${names.join(', ')}` });
    }
  }
  return ok(undefined);
}

function shownInGroup(name: string, option: Option | undefined): string {
  if (option?.kind === 'rest') return `-- <${option.shows}>`;
  return option?.kind === 'argument' ? `<${option.shows}>` : `--${name}`;
}

function givenValue(
  option: Option,
  values: readonly string[] | undefined,
): boolean | number | string | readonly string[] | undefined {
  switch (option.kind) {
    case 'flag':
      return values !== undefined;
    case 'list':
    case 'arguments':
    case 'rest':
      return values ?? [];
    case 'choice':
      return values?.[0] ?? option.choices[0];
    case 'choices':
      return [...new Set(values?.flatMap((value) => value.split(',')))];
    case 'integer':
      return values?.[0] === undefined ? undefined : Number(values[0]);
    default:
      return values?.[0];
  }
}
