import { expect, test } from 'vitest';
import { describeRunnerFailure } from './describe.ts';
import type { RunnerFailure } from './failure.ts';

test.each<[string, RunnerFailure]>([
  ['import contract', { code: 'runner.unlinkable', cause: { kind: 'unknown-import', module: 'm', name: 'n' } }],
  ['execution failed', { code: 'runner.execution-failed', cause: { kind: 'trap', trap: 'unreachable', detail: '' } }],
  ['start_here', { code: 'runner.missing-export', entrypoint: 'start_here' }],
  ['max_module_size_bytes=5', { code: 'runner.module-too-large', actual: 6, limit: 5n }],
  ['ZIP', { code: 'runner.bad-artifact', failure: { code: 'artifact.not-zip', detail: 'too short' } }],
  ['fuel', { code: 'runner.limit-exceeded', cause: { kind: 'out-of-fuel' } }],
])('the sentence can be searched by %j', (words, failure) => {
  expect(describeRunnerFailure(failure)).toContain(words);
});

test('text of others is printed without its control characters, and not all of it', () => {
  const sentence = describeRunnerFailure({
    code: 'runner.not-installed',
    skillId: `\u001b\u202e${'a'.repeat(1000)}`,
    version: '\n',
  });
  expect(sentence).not.toMatch(/[\u0000-\u001f\u202e]/);
  expect(sentence.length).toBeLessThan(300);
});
