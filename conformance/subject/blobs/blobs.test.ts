import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder, removeFolder, type SubjectFolder } from '../surroundings/folder.ts';
import { InputFolder } from './input-folder.ts';
import { OutputFolder } from './output-folder.ts';

const bytes = Buffer.alloc(40_000, 'x');
const sha256 = createHash('sha256').update(bytes).digest('hex');

let folder: SubjectFolder;
beforeEach(() => {
  folder = makeFolder('usual');
});
afterEach(() => removeFolder(folder));

const input = (name = sha256) => join(folder.inputs, name);
const output = (name = sha256) => join(folder.outputs, name);

test('the blobs of a call are there for one call', () => {
  const inputs = new InputFolder(folder.inputs);
  expect([inputs.put(bytes), inputs.put(bytes)]).toEqual([sha256, sha256]);
  expect(readFileSync(input()).equals(bytes)).toBe(true);
  expect(inputs.check()).toBeUndefined();
  expect(readdirSync(folder.inputs)).toEqual([]);
  inputs.put(bytes);
  expect(inputs.finish()).toBeUndefined();
  expect(readdirSync(folder.inputs)).toEqual([]);
});

test.each<[string, () => void, string]>([
  ['another file', () => writeFileSync(input('x\ny'), ''), 'it holds "x\\ny", which is not of the runner'],
  ['a blob changed', () => writeFileSync(input(), 'other'), `the blob ${sha256} was changed`],
  ['a blob taken away', () => unlinkSync(input()), `the blob ${sha256} was taken away: ENOENT`],
  [
    'the folder taken away',
    () => rmSync(folder.inputs, { recursive: true }),
    `the blob ${sha256} was taken away: ENOENT`,
  ],
])('what a subject does to its inputs is noticed: %s', (_, act, problem) => {
  const inputs = new InputFolder(folder.inputs);
  inputs.put(bytes);
  act();
  expect(inputs.check()).toBe(problem);
  expect(inputs.finish()).toBe(problem);
});

test('a subject that waits for a blob to come is noticed', () => {
  const inputs = new InputFolder(folder.inputs);
  symlinkSync('/dev/null', input());
  inputs.put(bytes);
  expect(inputs.check()).toBe('the blob of a call cannot be written: EEXIST');
});

test('a file among the inputs is found without any blob, and at the latest in the end', () => {
  const inputs = new InputFolder(folder.inputs);
  expect(inputs.check()).toBeUndefined();
  writeFileSync(input('late'), '');
  expect(inputs.finish()).toBe('it holds "late", which is not of the runner');
});

test('an output is read once, and then it is gone', () => {
  const outputs = new OutputFolder(folder.outputs);
  writeFileSync(output(), bytes);
  expect(Buffer.from(outputs.get(sha256, bytes.length) ?? []).equals(bytes)).toBe(true);
  expect(readdirSync(folder.outputs)).toEqual([]);
  expect(outputs.get(sha256, bytes.length)).toBeUndefined();
});

test('of an output that is larger than was said, one byte too many is read', () => {
  writeFileSync(output(), bytes);
  truncateSync(output(), 2 ** 40);
  expect(new OutputFolder(folder.outputs).get(sha256, bytes.length)?.length).toBe(bytes.length + 1);
});

test.each<[string, () => void]>([
  ['a link to a file', () => [writeFileSync(output('file'), bytes), symlinkSync(output('file'), output())]],
  ['a link to a device without end', () => symlinkSync('/dev/zero', output())],
  ['a folder', () => mkdirSync(output())],
])('what is no file is no output: %s', (_, make) => {
  make();
  expect(new OutputFolder(folder.outputs).get(sha256, bytes.length)).toBeUndefined();
});
