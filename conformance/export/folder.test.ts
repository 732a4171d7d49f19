import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeFolderProblem, type FolderKind, writeFolder } from './folder.ts';
import type { ExportSink } from './sink.ts';

const kind: FolderKind = { format: 'thing/1', names: ['data', 'stamp.json', 'notes.txt'] };

const newFolder = () => mkdtempSync(join(tmpdir(), 'export-'));

function contentOf(word: string) {
  return (sink: ExportSink) => {
    sink.append('data/deep/one.txt', word);
    sink.append('data/deep/one.txt', ' again');
    sink.append('stamp.json', '{"format":"thing/1"}');
    return word;
  };
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
}

function problemOf(folder: string): string {
  const written = writeFolder(folder, kind, contentOf('x'));
  return written.ok ? '' : describeFolderProblem(written.problem).replaceAll(folder, 'FOLDER');
}

test.each([
  ['new', () => join(newFolder(), 'deep', 'new')],
  ['empty', newFolder],
])('a folder that is %s is written', (_, make) => {
  const folder = make();
  expect(writeFolder(folder, kind, contentOf('one'))).toEqual({ ok: true, value: 'one' });
  expect(filesOf(folder)).toEqual(['data', 'data/deep', 'data/deep/one.txt', 'stamp.json']);
  expect(readFileSync(join(folder, 'data/deep/one.txt'), 'utf8')).toBe('one again');
});

test('an earlier export is replaced, and nothing of it stays', () => {
  const folder = newFolder();
  writeFolder(folder, kind, (sink) => {
    contentOf('one')(sink);
    sink.append('data/old.txt', '');
    sink.append('notes.txt', '');
  });
  expect(writeFolder(folder, kind, contentOf('two'))).toEqual({ ok: true, value: 'two' });
  expect(filesOf(folder)).toEqual(['data', 'data/deep', 'data/deep/one.txt', 'stamp.json']);
  expect(readFileSync(join(folder, 'data/deep/one.txt'), 'utf8')).toBe('two again');
});

test('an export that breaks off leaves the earlier one whole, and the next one goes through', () => {
  const folder = newFolder();
  writeFolder(folder, kind, contentOf('one'));
  const breakOff = () =>
    writeFolder(folder, kind, (sink) => {
      sink.append('data/deep/one.txt', 'half');
      throw new RangeError('broken off');
    });
  expect(breakOff).toThrow('broken off');
  expect(readFileSync(join(folder, 'data/deep/one.txt'), 'utf8')).toBe('one again');
  expect(problemOf(folder)).toBe('');
  expect(filesOf(folder)).not.toContain('.palyra-unfinished');
});

test('what is not of an earlier export is left alone', () => {
  const foreign = newFolder();
  writeFolder(foreign, kind, contentOf('one'));
  writeFileSync(join(foreign, 'thesis.md'), 'years of work');
  const before = filesOf(foreign);
  expect(problemOf(foreign)).toBe(
    'FOLDER holds thesis.md, which is not of an earlier export; name another folder, or empty this one',
  );
  expect(filesOf(foreign)).toEqual(before);
  const unstamped = newFolder();
  writeFileSync(join(unstamped, 'notes.txt'), '');
  expect(problemOf(unstamped)).toContain('holds notes.txt');
  const other = newFolder();
  writeFileSync(join(other, 'stamp.json'), '{"format":"another/1"}');
  expect(problemOf(other)).toContain('holds stamp.json');
  writeFileSync(join(other, 'stamp.json'), '{"format":');
  expect(problemOf(other)).toContain('holds stamp.json');
});

test('a place that cannot be written is a problem of the place', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(problemOf(join(folder, 'file'))).toContain('is not a folder; name another place');
  expect(problemOf(join(folder, 'file', 'below'))).toContain('cannot be written: ENOTDIR');
});

test('a link in an earlier export is removed, and what it leads to is not', () => {
  const outside = newFolder();
  mkdirSync(join(outside, 'kept'));
  const folder = newFolder();
  writeFileSync(join(folder, 'stamp.json'), '{"format":"thing/1"}');
  symlinkSync(outside, join(folder, 'data'));
  expect(problemOf(folder)).toBe('');
  expect(readdirSync(outside)).toEqual(['kept']);
  expect(filesOf(folder)).toContain('data/deep/one.txt');
});
