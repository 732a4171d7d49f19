import { expect, test } from 'vitest';
import { rerunCommand as elsewhere } from '../../render/case-text.ts';
import { sampleReport } from '../testing/sample-report.ts';
import { extractCommand, rerunCommand } from './rerun.ts';

const { plan } = sampleReport({ size: 1 }).header;

test.each(['artifact/a', "a'; rm -rf ~ #", '$(id)', ''])('the command for %j is that of the other renderings', (id) => {
  const again = (seed: string | null) => rerunCommand(id, { seed, subject: 'node a.js' });
  const options = { subjectCommand: 'node a.js' };
  expect(again(null)).toBe(elsewhere(id, plan, options));
  expect(again('a b')).toBe(elsewhere(id, { ...plan, frozen: false, seed: 'a b' }, options));
});

test('the input of a case of other vectors is written with their seed', () => {
  expect(extractCommand('artifact/a', { seed: null, subject: './a' })).toBe(
    'palyra-conformance extract artifact/a ./case',
  );
  expect(extractCommand('a b', { seed: 'x', subject: './a' })).toBe("palyra-conformance extract 'a b' ./case --seed x");
});
