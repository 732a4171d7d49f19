import { expect, test } from 'vitest';
import { describeRunner, type RunnerFailure } from './runner.ts';

test.each<[string, RunnerFailure]>([
  ['import contract', { code: 'runner.unlinkable', cause: { kind: 'unknown-import', module: 'm', name: 'n' } }],
  ['execution failed', { code: 'runner.execution-failed', cause: { kind: 'trap', trap: 'unreachable', detail: '' } }],
  ['start_here', { code: 'runner.missing-export', entrypoint: 'start_here' }],
  ['max_module_size_bytes=5', { code: 'runner.module-too-large', actual: 6, limit: 5n }],
  ['ZIP', { code: 'runner.bad-artifact', because: 'artifact.not-zip', says: 'It is no ZIP.' }],
  ['fuel', { code: 'runner.limit-exceeded', cause: { kind: 'out-of-fuel' } }],
])('the sentence can be searched by %j', (words, failure) => {
  expect(describeRunner(failure)).toContain(words);
});

test('text of others is printed without its control characters, and not all of it', () => {
  const sentence = describeRunner({
    code: 'runner.not-installed',
    skillId: `\u001b\u202e${'a'.repeat(1000)}`,
    version: '\n',
  });
  expect(sentence).not.toMatch(/[\u0000-\u001f\u202e]/);
  expect(sentence.length).toBeLessThan(300);
});
