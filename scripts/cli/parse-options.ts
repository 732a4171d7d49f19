import { isBlank } from '#reference/text/white-space.ts';
import { ok } from '#spec/result.ts';
import { nearest } from './nearest.ts';
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
  const exclusive = checkOneOf(given.value, oneOf);
  if (!exclusive.ok) return exclusive;
  const options = Object.entries(table).map(([name, option]) => [name, givenValue(option, given.value.get(name))]);
  // The loop above has made each value of the type that its option has in the table.
  return ok({ help: false, options: Object.fromEntries(options) as Parsed<T> });
}

/** One option at the head of the arguments, and how many of them it takes up. */
interface Token {
  readonly name: string;
  readonly value: string;
  readonly width: number;
}

const flagValue = '';

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
    return ok({ name, value: flagValue, width: 1 });
  }
  const value = inline ?? args[at + 1];
  // A value that looks like an option is nearly always an option whose neighbour lost its value.
  if (value === undefined || (inline === undefined && value.startsWith('-') && value !== '-')) {
    return refuse({ code: 'cli.missing-value', option: written });
  }
  if (isBlank(value)) return refuse({ code: 'cli.blank', source: written });
  if (option.kind === 'choice' && !option.choices.includes(value)) {
    return refuse({ code: 'cli.bad-value', source: written, value, wanted: option.choices.join(' or ') });
  }
  return ok({ name, value, width: inline === undefined ? 2 : 1 });
}

function named(table: OptionTable, name: string): Exclude<Option, { kind: 'argument' }> | undefined {
  const option = Object.hasOwn(table, name) ? table[name] : undefined;
  return option === undefined || option.kind === 'argument' ? undefined : option;
}

function collect(args: readonly string[], table: OptionTable): Outcome<ReadonlyMap<string, readonly string[]>> {
  const given = new Map<string, string[]>();
  const places = Object.entries(table).flatMap(([name, { kind }]) => (kind === 'argument' ? [name] : []));
  let onlyArguments = false;
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    if (onlyArguments || !argument.startsWith('-') || argument === '-') {
      const name = places.shift();
      if (name === undefined) return refuse({ code: 'cli.unexpected-argument', argument });
      if (isBlank(argument)) return refuse({ code: 'cli.blank', source: `<${name}>` });
      given.set(name, [argument]);
    } else if (argument === '--') {
      onlyArguments = true;
    } else {
      const token = readOption(args, at, table);
      if (!token.ok) return token;
      const { name, value, width } = token.value;
      const earlier = given.get(name);
      if (earlier !== undefined && table[name]?.kind !== 'list') {
        return refuse({ code: 'cli.repeated-option', option: `--${name}` });
      }
      if (earlier === undefined) given.set(name, [value]);
      else earlier.push(value);
      at += width - 1;
    }
  }
  return ok(given);
}

function checkRequired(given: ReadonlyMap<string, unknown>, table: OptionTable): Outcome<undefined> {
  for (const [name, option] of Object.entries(table)) {
    if (given.has(name)) continue;
    if (option.kind === 'argument') return refuse({ code: 'cli.missing-argument', argument: option.shows });
    if ('required' in option) return refuse({ code: 'cli.missing-option', option: `--${name}` });
  }
  return ok(undefined);
}

function checkOneOf(given: ReadonlyMap<string, unknown>, groups: readonly OneOf[]): Outcome<undefined> {
  for (const { of, required } of groups) {
    const names = of.map((name) => `--${name}`);
    const chosen = names.filter((_, index) => given.has(of[index] ?? ''));
    if (chosen.length > 1) return refuse({ code: 'cli.conflicting-options', options: chosen });
    if (required && chosen.length === 0) {
      return refuse({ code: 'cli.missing-option', option: `One of ${names.join(', ')}` });
    }
  }
  return ok(undefined);
}

function givenValue(
  option: Option,
  values: readonly string[] | undefined,
): boolean | string | readonly string[] | undefined {
  switch (option.kind) {
    case 'flag':
      return values !== undefined;
    case 'list':
      return values ?? [];
    case 'choice':
      return values?.[0] ?? option.choices[0];
    default:
      return values?.[0];
  }
}
