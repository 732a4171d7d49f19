import { packageVersion } from '../package-version.ts';
import type { CommandHelp } from './command.ts';
import { type CommandRow, commands, programLine } from './commands.ts';
import { globalOptions, type Option, type OptionTable } from './options.ts';
import type { Paint } from './terminal.ts';

const width = 96;
const column = 32;

export function versionLine(): string {
  return `palyra-ref ${packageVersion()}\n`;
}

/** Help for the whole program, or for the commands that begin with the same words. */
export function groupHelp(words: string, paint: Paint): string {
  const rows = commands.filter((row) => words === '' || row.words.startsWith(`${words} `));
  const sections = [
    words === '' ? 'The reference implementation of Palyra skills: package, sign, verify.' : '',
    `${paint('bold', 'Usage')}\n  ${programLine(words)} <command> [options]`,
    section(
      'Commands',
      rows.map(({ words, summary }) => [words, summary] as const),
      paint,
    ),
  ];
  if (words === '') {
    const options = [...optionRows(globalOptions), ['--version', 'Show the version.'] as const];
    sections.push(section('Options everywhere', options, paint));
    sections.push(section('Exit codes', exitRows, paint));
    sections.push(`${paint('bold', 'Example')}\n${indent(firstSteps)}`);
  }
  sections.push('Run `palyra-ref <command> --help` for the options of one command.');
  return page(sections);
}

export function commandHelp({ words, summary }: CommandRow, help: CommandHelp, paint: Paint): string {
  return page([
    `${summary}.`,
    `${paint('bold', 'Usage')}\n${usage(words, help)}`,
    wrap(help.about, 0),
    section('Options', optionRows(help.options), paint),
    section('Options everywhere', optionRows(globalOptions), paint),
    `${paint('bold', 'Example')}\n${indent(help.example)}`,
  ]);
}

const exitRows = [
  ['0', 'Done.'],
  ['1', 'The signer is not trusted, the trust store was tampered with, or this program has a bug.'],
  ['2', 'The command line, a manifest, a key or an artifact is not valid.'],
  ['3', 'The vault does not open.'],
  ['5', 'The skill is made for another host.'],
  ['7', 'A file or folder cannot be used as asked.'],
  ['8', 'A file or secret is not there.'],
  ['130', 'Interrupted.'],
] as const;

const firstSteps = `palyra-ref skills keygen --output publisher.key
palyra-ref skills package build --manifest skill.toml --module main.wasm \\
  --signing-key-file publisher.key --output echo.palyra-skill
palyra-ref skills package verify --artifact echo.palyra-skill --allow-tofu`;

function usage(words: string, { options, oneOf }: CommandHelp): string {
  const entries = Object.entries(options);
  const choices = oneOf.filter(({ required }) => required);
  const parts = [
    ...entries
      .filter(([, option]) => option.kind === 'argument' || 'required' in option)
      .map(([name, o]) => shown(name, o)),
    ...choices.map(({ of }) => `(${of.map((name) => shown(name, options[name])).join(' | ')})`),
    '[options]',
  ];
  return wrap([programLine(words), ...parts.map((part) => part.replaceAll(' ', '\u00a0'))].join(' '), 2, 6);
}

function shown(name: string, option: Option | undefined): string {
  switch (option?.kind) {
    case 'argument':
      return `<${option.shows}>`;
    case 'value':
    case 'list':
      return `--${name} <${option.shows}>`;
    case 'choice':
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
      return ' Required.';
    case 'choice':
      return ` Default: ${option.choices[0]}.`;
    case 'list':
      return `${option.required ? ' Required.' : ''} May be repeated.`;
    case 'value':
      return option.required ? ' Required.' : '';
    case 'flag':
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

/** A no-break space holds together what must stand on one line, and is shown as a space. */
function wrap(text: string, first: number, further = first): string {
  const lines: string[] = [];
  let line = ' '.repeat(first);
  let empty = true;
  for (const word of text.split(/[ \n]+/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(further);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n').replaceAll('\u00a0', ' ');
}
