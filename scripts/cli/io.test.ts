import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Sandbox } from '../ref/testing/sandbox.ts';
import { chooseOutput, readInput, writeNewSecret, writeOutput } from './io.ts';

const windows = process.platform === 'win32';
const tooLarge = (actual: number) => ({ code: 'artifact.too-large', actual, limit: 8 }) as const;

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.remove());

function read(name: string) {
  return readInput(sandbox.shell, name, { bytes: 8, problem: tooLarge });
}

describe('reading', () => {
  test('a file is read whole, up to the limit', () => {
    for (const content of ['', 'a', '12345678']) {
      sandbox.write('file', content);
      expect(read('file')).toMatchObject({ ok: true, value: { bytes: Buffer.from(content) } });
    }
  });

  test('a file above the limit is refused with its size and not read', () => {
    sandbox.write('file', '');
    truncateSync(sandbox.path('file'), 2 ** 40);
    expect(read('file')).toEqual({ ok: false, failure: tooLarge(2 ** 40) });
  });

  test.skipIf(process.platform !== 'linux')(
    'a file that does not tell its size is held to the limit all the same',
    () => {
      expect(read('/proc/self/maps')).toEqual({ ok: false, failure: tooLarge(9) });
      expect(readInput(sandbox.shell, '/proc/self/maps', { bytes: 1e6, problem: tooLarge })).toMatchObject({
        ok: true,
      });
    },
  );

  test.each(['missing', 'file/below'])('%s is not there', (name) => {
    sandbox.write('file', '');
    expect(read(name)).toEqual({ ok: false, failure: { code: 'cli.file-not-found', path: name } });
  });

  test('a folder is no file', () => {
    expect(read('.')).toMatchObject({ failure: { code: 'cli.not-a-file' } });
  });

  test.skipIf(windows)('a pipe that nobody writes to is no file, and nothing waits for it', () => {
    expect(spawnSync('mkfifo', [sandbox.path('pipe')]).status).toBe(0);
    expect(read('pipe')).toMatchObject({ failure: { code: 'cli.not-a-file' } });
    expect(read('/dev/null')).toMatchObject({ failure: { code: 'cli.not-a-file' } });
  });

  test.skipIf(windows || process.getuid?.() === 0)('a file without permission cannot be read', () => {
    sandbox.write('file', '');
    chmodSync(sandbox.path('file'), 0);
    expect(read('file')).toMatchObject({ failure: { code: 'cli.unreadable', detail: 'EACCES' } });
  });
});

describe('choosing an output', () => {
  function choose(output: string, ...inputs: readonly string[]) {
    const files = inputs.map((name) => {
      const file = read(name);
      if (!file.ok) throw new Error(`${name} must be readable`);
      return file.value;
    });
    return chooseOutput(sandbox.shell, output, files);
  }

  test('a new file, or an old one that is no input', () => {
    sandbox.write('input', 'a');
    sandbox.write('old', 'a');
    for (const name of ['new', 'old', 'new/folder/file']) expect(choose(name, 'input')).toMatchObject({ ok: true });
  });

  test.skipIf(windows)('an input is protected under every name it has', () => {
    sandbox.write('input', 'a');
    linkSync(sandbox.path('input'), sandbox.path('hard'));
    symlinkSync('input', sandbox.path('soft'));
    for (const name of ['input', './input', sandbox.path('input'), 'hard', 'soft']) {
      expect(choose(name, 'input')).toEqual({ ok: false, failure: { code: 'cli.output-is-input', path: name } });
    }
  });

  test.skipIf(windows)('devices and folders are never replaced', () => {
    mkdirSync(sandbox.path('folder'));
    for (const name of ['/dev/null', 'folder'])
      expect(choose(name)).toMatchObject({ failure: { code: 'cli.not-a-file' } });
  });

  test.skipIf(windows)('behind a link it is the file that is replaced and not the link', () => {
    sandbox.write('target', 'old');
    symlinkSync('target', sandbox.path('link'));
    const output = choose('link');
    if (output.ok) writeOutput(output.value, Buffer.from('new'));
    expect(sandbox.read('target')).toBe('new');
  });
});

describe('writing', () => {
  test('an output is whole, and leaves nothing beside it', () => {
    const path = join(sandbox.folder, 'a/b/file');
    expect(writeOutput(path, Buffer.from('one'))).toMatchObject({ ok: true });
    expect(writeOutput(path, Buffer.from('two'))).toMatchObject({ ok: true });
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(join(sandbox.folder, 'a/b'))).toEqual(['file']);
  });

  test('an output below a file cannot be written', () => {
    sandbox.write('file', '');
    expect(writeOutput(sandbox.path('file/below'), Buffer.from('x'))).toMatchObject({
      failure: { code: 'cli.unwritable' },
    });
  });

  test('a secret goes to a new file of its own, for its owner alone', () => {
    expect(writeNewSecret(sandbox.shell, 'keys/secret', Buffer.from('s'))).toMatchObject({ ok: true });
    expect(sandbox.read('keys/secret')).toBe('s');
    if (!windows) expect(statSync(sandbox.path('keys/secret')).mode & 0o777).toBe(0o600);
    expect(writeNewSecret(sandbox.shell, 'keys/secret', Buffer.from('t'))).toEqual({
      ok: false,
      failure: { code: 'cli.already-exists', path: 'keys/secret' },
    });
    expect(sandbox.read('keys/secret')).toBe('s');
  });

  test.skipIf(windows)('a secret does not follow a link to nowhere', () => {
    symlinkSync('elsewhere', sandbox.path('link'));
    expect(writeNewSecret(sandbox.shell, 'link', Buffer.from('s'))).toMatchObject({
      failure: { code: 'cli.already-exists' },
    });
    expect(readdirSync(sandbox.folder)).toEqual(['link']);
  });
});
