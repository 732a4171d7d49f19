import { expect, test } from 'vitest';
import { joinModules } from './join-modules.ts';

const join = (files: Readonly<Record<string, string>>) => joinModules('a/entry.js', (path) => files[path] ?? '');

test('each module stands once, after those it needs, without imports and exports', () => {
  const joined = join({
    'a/entry.js': "import { one } from '../b/one.js';\nimport { two } from './two.js';\none(two);\n",
    'a/two.js': "import { one } from '../b/one.js';\nexport const two = one(1);\n",
    'b/one.js': 'export function one(n) { return n; }\n',
  });
  expect(joined).toBe('function one(n) { return n; }\nconst two = one(1);\none(two);\n');
});

test('a module that only had types leaves nothing behind', () => {
  expect(join({ 'a/entry.js': "import { x } from './x.js';\nexport {};\n", 'a/x.js': 'export {};\n' })).toBe('\n');
});

test('the same name in two modules is refused', () => {
  const files = {
    'a/entry.js': "import { x } from './x.js';\nconst y = x;\n",
    'a/x.js': 'const y = 1;\nexport const x = y;\n',
  };
  expect(() => join(files)).toThrow('y is declared in a/x.js and in a/entry.js');
});

test.each([
  "import x from './x.js';",
  "import * as x from './x.js';",
  "export { x as y } from './x.js';",
  'export default 1;',
  "import { existsSync } from 'node:fs';",
])('what cannot be joined is refused: %s', (line) => {
  expect(() => join({ 'a/entry.js': `${line}\n` })).toThrow(/cannot join|only files/);
});
