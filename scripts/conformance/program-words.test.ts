import { expect, test } from 'vitest';
import { programWords } from './program-words.ts';

const own = { npm_package_name: 'palyra-conformance' };

test.each([
  ['palyra-conformance', {}],
  ['npm run palyra-conformance --', { ...own, npm_lifecycle_event: 'palyra-conformance' }],
  ['npm run palyra-conformance --', { ...own, npm_lifecycle_event: 'conformance' }],
  ['npx palyra-conformance', { npm_package_name: 'my-host', npm_lifecycle_event: 'npx' }],
  ['palyra-conformance', { ...own, npm_lifecycle_event: 'test' }],
  ['palyra-conformance', { npm_package_name: 'my-host', npm_lifecycle_event: 'conformance' }],
])('the program is started again as it was: %s', (words, env) => {
  expect(programWords({ env }).join(' ')).toBe(words);
});
