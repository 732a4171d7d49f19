import { describe, expect, test } from 'vitest';
import type { OptionTable } from './options.ts';
import { parseOptions } from './parse-options.ts';

const table = {
  reference: { kind: 'argument', shows: 'scope/key', about: '' },
  manifest: { kind: 'value', shows: 'file', required: true, about: '' },
  sbom: { kind: 'value', shows: 'file', about: '' },
  module: { kind: 'list', shows: 'file', about: '' },
  format: { kind: 'choice', choices: ['text', 'json'], about: '' },
  json: { kind: 'flag', about: '' },
  help: { kind: 'flag', about: '' },
} as const satisfies OptionTable;

const complete = ['global/x', '--manifest', 'm'];

function codeOf(...args: readonly string[]): unknown {
  const line = parseOptions(args, table, []);
  return line.ok ? 'ok' : line.failure;
}

describe('what is accepted', () => {
  test('options, arguments and switches in any order, each as the type it has in the table', () => {
    const line = parseOptions(['--json', '--module', 'a', 'global/x', '--manifest=m=1', '--module=-b'], table, []);
    expect(line).toEqual({
      ok: true,
      value: {
        help: false,
        options: {
          reference: 'global/x',
          manifest: 'm=1',
          sbom: undefined,
          module: ['a', '-b'],
          format: 'text',
          json: true,
          help: false,
        },
      },
    });
  });

  test('behind two dashes everything is an argument', () => {
    expect(parseOptions(['--manifest', 'm', '--', '--json'], table, [])).toMatchObject({
      value: { options: { reference: '--json', json: false } },
    });
  });

  test('a line that asks for help need not be complete', () => {
    for (const help of ['--help', '-h'])
      expect(parseOptions([help], table, [])).toMatchObject({ value: { help: true } });
  });

  test('an option named like a property of every object is unknown', () => {
    for (const name of ['--constructor', '--__proto__', '--toString']) {
      expect(codeOf(...complete, name, 'x')).toMatchObject({ code: 'cli.unknown-option', option: name });
    }
  });
});

const harness = {
  format: { kind: 'argument', shows: 'format', choices: ['html', 'junit'], about: '' },
  reports: { kind: 'arguments', shows: 'file', least: 2, about: '' },
  jobs: { kind: 'integer', shows: 'n', least: 1, most: 8, about: '' },
  fresh: { kind: 'optional', shows: 'seed', about: '' },
  set: { kind: 'choices', choices: ['core', 'hardened', 'documented'], about: '' },
  program: { kind: 'rest', shows: 'program', about: '' },
} as const satisfies OptionTable;

function harnessLine(line: string): unknown {
  const parsed = parseOptions(line === '' ? [] : line.split(' '), harness, [
    { of: ['program', 'fresh'], required: false },
  ]);
  if (!parsed.ok) return parsed.failure;
  return parsed.value.help ? 'help' : parsed.value.options;
}

describe('whole numbers, lists of choices, values that may be left out, and the line of another program', () => {
  const nothing = { jobs: undefined, fresh: undefined, set: [], program: [] };

  test.each([
    ['html a b', { ...nothing, format: 'html', reports: ['a', 'b'] }],
    ['html a b c -', { ...nothing, format: 'html', reports: ['a', 'b', 'c', '-'] }],
    ['html a b --jobs 8', { ...nothing, format: 'html', reports: ['a', 'b'], jobs: 8 }],
    ['html a b --fresh', { ...nothing, format: 'html', reports: ['a', 'b'], fresh: '' }],
    ['html a b --fresh --jobs=1', { ...nothing, format: 'html', reports: ['a', 'b'], fresh: '', jobs: 1 }],
    ['html a b --fresh=x', { ...nothing, format: 'html', reports: ['a', 'b'], fresh: 'x' }],
    ['--fresh x html a b', { ...nothing, format: 'html', reports: ['a', 'b'], fresh: 'x' }],
    [
      'html a b --set core --set hardened,core',
      { ...nothing, format: 'html', reports: ['a', 'b'], set: ['core', 'hardened'] },
    ],
    [
      'html a b -- ./program --jobs 9 --help --',
      { ...nothing, format: 'html', reports: ['a', 'b'], program: ['./program', '--jobs', '9', '--help', '--'] },
    ],
  ])('`%s`', (line, options) => {
    expect(harnessLine(line)).toEqual(options);
  });

  test.each([
    ['', { code: 'cli.missing-argument', argument: 'format' }],
    ['pdf a b', { code: 'cli.bad-value', source: '<format>', value: 'pdf', wanted: 'html or junit' }],
    ['html a', { code: 'cli.missing-argument', argument: 'file' }],
    ['html a b --jobs', { code: 'cli.missing-value', option: '--jobs' }],
    [
      'html a b --jobs 0',
      { code: 'cli.bad-value', source: '--jobs', value: '0', wanted: 'a whole number from 1 to 8' },
    ],
    [
      'html a b --jobs 9',
      { code: 'cli.bad-value', source: '--jobs', value: '9', wanted: 'a whole number from 1 to 8' },
    ],
    [
      'html a b --jobs 1e0',
      { code: 'cli.bad-value', source: '--jobs', value: '1e0', wanted: 'a whole number from 1 to 8' },
    ],
    ['html a b --jobs 1 --jobs 1', { code: 'cli.repeated-option', option: '--jobs' }],
    ['html a b --fresh=', { code: 'cli.blank', source: '--fresh' }],
    [
      'html a b --set core,',
      { code: 'cli.bad-value', source: '--set', value: 'core,', wanted: 'some of core, hardened, documented' },
    ],
    ['html a b --', { code: 'cli.missing-argument', argument: '-- program' }],
    ['html a b --program x', { code: 'cli.unknown-option', option: '--program', nearest: undefined }],
    ['html a b --fresh -- x', { code: 'cli.conflicting-options', options: ['-- <program>', '--fresh'] }],
  ])('`%s` is refused', (line, failure) => {
    expect(harnessLine(line)).toEqual(failure);
  });

  test('a required program is missed, and one that asks for help is not answered', () => {
    const table = { program: { ...harness.program, required: true }, help: { kind: 'flag', about: '' } } as const;
    expect(parseOptions([], table, [])).toMatchObject({
      failure: { code: 'cli.missing-argument', argument: '-- program' },
    });
    expect(parseOptions(['--', 'x', '--help'], table, [])).toMatchObject({ value: { help: false } });
  });
});

describe('what is refused', () => {
  test.each([
    [[...complete, '--jsn'], { code: 'cli.unknown-option', option: '--jsn', nearest: '--json' }],
    [[...complete, '--reference', 'x'], { code: 'cli.unknown-option', option: '--reference', nearest: undefined }],
    [[...complete, '-j'], { code: 'cli.unknown-option', option: '-j', nearest: undefined }],
    [['global/x'], { code: 'cli.missing-option', option: '--manifest' }],
    [['--manifest', 'm'], { code: 'cli.missing-argument', argument: 'scope/key' }],
    [['global/x', '--manifest'], { code: 'cli.missing-value', option: '--manifest' }],
    [['global/x', '--manifest', '--json'], { code: 'cli.missing-value', option: '--manifest' }],
    [['global/x', '--manifest', ' \u00a0'], { code: 'cli.blank', source: '--manifest' }],
    [[...complete, '--json=yes'], { code: 'cli.unexpected-value', option: '--json' }],
    [[...complete, '--json', '--json'], { code: 'cli.repeated-option', option: '--json' }],
    [[...complete, '--manifest', 'n'], { code: 'cli.repeated-option', option: '--manifest' }],
    [[...complete, 'more'], { code: 'cli.unexpected-argument', argument: 'more' }],
    [['', '--manifest', 'm'], { code: 'cli.blank', source: '<scope/key>' }],
    [
      [...complete, '--format', 'xml'],
      { code: 'cli.bad-value', source: '--format', value: 'xml', wanted: 'text or json' },
    ],
  ])('%j', (args, failure) => {
    expect(codeOf(...args)).toEqual(failure);
  });

  test('of options that exclude each other one too many, or none where one is needed', () => {
    const pair = { of: ['sbom', 'json'], required: true };
    expect(parseOptions(complete, table, [pair])).toMatchObject({
      failure: { code: 'cli.missing-option', option: 'One of --sbom, --json' },
    });
    expect(parseOptions([...complete, '--json', '--sbom', 's'], table, [pair])).toMatchObject({
      failure: { code: 'cli.conflicting-options', options: ['--sbom', '--json'] },
    });
    expect(parseOptions([...complete, '--json'], table, [pair])).toMatchObject({ ok: true });
  });

  test('a hundred thousand modules are read in no time', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `--module=${index}.wasm`);
    expect(codeOf(...complete, ...many)).toBe('ok');
  });
});

describe('an argument that may be left out', () => {
  const either = {
    file: { kind: 'argument', shows: 'file', optional: true, about: '' },
    skill: { kind: 'value', shows: 'id', about: '' },
  } as const satisfies OptionTable;
  const parse = (...args: readonly string[]) => parseOptions(args, either, [{ of: ['file', 'skill'], required: true }]);

  test('is undefined then, or stands for itself', () => {
    expect(parseOptions([], either, [])).toMatchObject({ value: { options: { file: undefined } } });
    expect(parse('a')).toMatchObject({ value: { options: { file: 'a', skill: undefined } } });
    expect(parse('--skill', 'b')).toMatchObject({ value: { options: { file: undefined, skill: 'b' } } });
  });

  test('can be one of several ways to say the same', () => {
    expect(parse()).toMatchObject({ failure: { option: 'One of <file>, --skill' } });
    expect(parse('a', '--skill', 'b')).toMatchObject({ failure: { options: ['<file>', '--skill'] } });
  });
});
