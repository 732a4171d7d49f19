import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inOtherFolder, showCommandLine } from './command-line.ts';

test.skipIf(process.platform === 'win32')('a command line means the same in another folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'palyra-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'src'));
  for (const name of ['node', 'adapter.js', 'src/adapter.js']) writeFileSync(join(folder, name), '');
  const at = (path: string) => join(folder, path);
  const words = ['adapter.js', 'src/adapter.js', 'src', './none', '../none', '--x=./y', '/usr', '', 'none', 'a\0b'];
  expect(inOtherFolder(['node', ...words], folder)).toEqual([
    'node',
    ...[at('adapter.js'), at('src/adapter.js'), 'src', at('none'), join(folder, '..', 'none')],
    ...['--x=./y', '/usr', '', 'none', 'a\0b'],
  ]);
  expect(inOtherFolder(['./adapter'], folder)).toEqual([at('adapter')]);
  expect(inOtherFolder(['build/adapter'], folder)).toEqual([at('build/adapter')]);
  expect(inOtherFolder(['/bin/sh'], folder)).toEqual(['/bin/sh']);
});

test('a command line is shown as it could be typed', () => {
  expect(showCommandLine(['python3', './a b.py', "it's", '--x=1', ''])).toBe(`python3 './a b.py' 'it'\\''s' --x=1 ''`);
});
