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
    [['', '--manifest', 'm'], { code: 'cli.blank', source: '<reference>' }],
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
