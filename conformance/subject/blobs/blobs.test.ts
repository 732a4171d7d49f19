import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder, type SubjectFolder } from '../surroundings/folder.ts';
import { removeFolder } from '../surroundings/remove-folder.ts';
import { InputFolder } from './input-folder.ts';
import { OutputFolder } from './output-folder.ts';

const bytes = Buffer.alloc(40_000, 'x');
const sha256 = createHash('sha256').update(bytes).digest('hex');

let folder: SubjectFolder;
beforeEach(() => {
  folder = makeFolder('usual');
});
afterEach(() => removeFolder(folder.root));

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
    'another folder, or none, stands in its place',
  ],
  [
    'a folder in the place of a blob',
    () => [unlinkSync(input()), mkdirSync(input())],
    `the blob ${sha256} was changed`,
  ],
])('what a subject does to its inputs is noticed: %s', (_, act, problem) => {
  const inputs = new InputFolder(folder.inputs);
  inputs.put(bytes);
  act();
  expect(inputs.check()).toBe(problem);
  expect(inputs.finish()).toBe(problem);
});

test.each<[string, (elsewhere: string) => void, string]>([
  ['a link', (elsewhere) => symlinkSync(elsewhere, folder.inputs), 'another folder, or none, stands in its place'],
  [
    'another folder',
    (elsewhere) => renameSync(elsewhere, folder.inputs),
    'another folder, or none, stands in its place',
  ],
])('nothing is written or removed elsewhere when the inputs are replaced by %s', (_, replace, problem) => {
  const elsewhere = join(folder.start, 'elsewhere');
  const inputs = new InputFolder(folder.inputs);
  inputs.put(bytes);
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, sha256), bytes);
  // Right before the other is made, which on some systems gets its number.
  rmSync(folder.inputs, { recursive: true });
  replace(elsewhere);
  expect(inputs.check()).toBe(problem);
  inputs.put(Buffer.from('more'));
  expect(inputs.finish()).toBe(problem);
  expect(readdirSync(folder.inputs)).toEqual([sha256]);
});

test('a link in the place of the inputs is found without any blob', () => {
  const inputs = new InputFolder(folder.inputs);
  expect(inputs.check()).toBeUndefined();
  renameSync(folder.inputs, join(folder.start, 'inputs'));
  symlinkSync(join(folder.start, 'inputs'), folder.inputs);
  expect(inputs.check()).toBe('another folder, or none, stands in its place');
});

test.each<[string, (elsewhere: string) => void]>([
  ['a link', (elsewhere) => symlinkSync(elsewhere, folder.outputs)],
  ['another folder', (elsewhere) => renameSync(elsewhere, folder.outputs)],
])('nothing is read or removed elsewhere when the outputs are replaced by %s', (_, replace) => {
  const elsewhere = join(folder.start, 'elsewhere');
  const outputs = new OutputFolder(folder.outputs);
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, sha256), bytes);
  rmSync(folder.outputs, { recursive: true });
  replace(elsewhere);
  expect(outputs.get(sha256, bytes.length)).toBeUndefined();
  expect(readdirSync(folder.outputs)).toEqual([sha256]);
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
  expect(outputs.get(sha256, bytes.length)).toEqual(new Uint8Array(bytes));
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
