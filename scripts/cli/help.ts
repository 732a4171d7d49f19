import { packageVersion } from '../package-version.ts';
import type { CommandHelp } from './command.ts';
import type { Option, OptionTable } from './options.ts';
import { type CommandRow, commandsBelow, type Program, programLine } from './program.ts';
import type { Paint } from './terminal.ts';
import { wrap } from './wrap.ts';

const column = 32;

export function versionLine({ name }: Program): string {
  return `${name} ${packageVersion()}\n`;
}

/** Help for the whole program, or for the commands that begin with the same words. */
export function groupHelp(program: Program, words: string, paint: Paint): string {
  const rows = commandsBelow(program, words);
  const sections = [
    words === '' ? program.about : '',
    `${paint('bold', 'Usage')}\n  ${programLine(program, words)} <command> [options]`,
    section(
      'Commands',
      rows.map(({ words, summary }) => [words, summary] as const),
      paint,
    ),
  ];
  if (words === '') {
    const options = [...optionRows(program.options), ['--version', 'Show the version.'] as const];
    sections.push(section('Options everywhere', options, paint));
    sections.push(section('Exit codes', program.exits, paint));
    sections.push(`${paint('bold', 'Example')}\n${indent(program.firstSteps)}`);
  }
  sections.push(`Run \`${program.name} <command> --help\` for the options of one command.`);
  return page(sections);
}

export function commandHelp(program: Program, { words, summary }: CommandRow, help: CommandHelp, paint: Paint): string {
  return page([
    `${summary}.`,
    `${paint('bold', 'Usage')}\n${usage(programLine(program, words), help)}`,
    wrap(help.about, 0),
    section('Options', optionRows(help.options), paint),
    section('Options everywhere', optionRows(program.options), paint),
    `${paint('bold', 'Example')}\n${indent(help.example)}`,
  ]);
}

function usage(call: string, { options, oneOf }: CommandHelp): string {
  const entries = Object.entries(options);
  const choices = oneOf.filter(({ required }) => required);
  const parts = [
    ...entries
      .filter(
        ([, { kind, ...option }]) =>
          kind === 'argument' || kind === 'arguments' || (kind !== 'rest' && 'required' in option),
      )
      .filter(([name]) => !choices.some(({ of }) => of.includes(name)))
      .map(([name, option]) => ('optional' in option ? `[${shown(name, option)}]` : shown(name, option))),
    ...choices.map(({ of }) => `(${of.map((name) => shown(name, options[name])).join(' | ')})`),
    '[options]',
    ...entries.filter(([, { kind }]) => kind === 'rest').map(([name, option]) => restUsage(name, option)),
  ];
  return wrap([call, ...parts.map((part) => part.replaceAll(' ', '\u00a0'))].join(' '), 2, 6);
}

function restUsage(name: string, option: Option): string {
  const rest = shown(name, option);
  return 'required' in option ? rest : `[${rest}]`;
}

function shown(name: string, option: Option | undefined): string {
  switch (option?.kind) {
    case 'argument':
      return `<${option.shows}>`;
    case 'arguments':
      return `<${option.shows}> …`;
    case 'rest':
      return `-- <${option.shows}>`;
    case 'value':
    case 'list':
    case 'integer':
      return `--${name} <${option.shows}>`;
    case 'optional':
      return `--${name} [<${option.shows}>]`;
    case 'choice':
    case 'choices':
      return `--${name} <${option.choices.join('|')}>`;
    default:
      return `--${name}`;
  }
}

function optionRows(options: OptionTable): readonly (readonly [string, string])[] {
  return Object.entries(options).map(([name, option]) => [shown(name, option), `${option.about}${manner(option)}`]);
}

function manner(option: Option): string {
  switch (option.kind) {
    case 'argument':
      if (option.choices !== undefined) return ` One of ${option.choices.join(', ')}.`;
      return option.optional ? '' : ' Required.';
    case 'choice':
      return ` Default: ${option.choices[0]}.`;
    case 'choices':
      return ' May be repeated, or several with commas between.';
    case 'list':
      return `${option.required ? ' Required.' : ''} May be repeated.`;
    case 'arguments':
      return option.least === 0 ? '' : ` At least ${option.least}.`;
    case 'value':
    case 'rest':
      return option.required ? ' Required.' : '';
    case 'flag':
    case 'integer':
    case 'optional':
      return '';
    default:
      return option satisfies never;
  }
}

function section(title: string, rows: readonly (readonly [string, string])[], paint: Paint): string {
  const lines = rows.map(([head, text]) => {
    const body = wrap(text, column);
    return head.length + 4 > column ? `  ${head}\n${body}` : `  ${head.padEnd(column - 2)}${body.trimStart()}`;
  });
  return lines.length === 0 ? '' : [paint('bold', title), ...lines].join('\n');
}

function page(sections: readonly string[]): string {
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
