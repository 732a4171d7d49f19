import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const known = ['build', 'verify', 'inspect', 'signing-key-file', 'signing-key-stdin'];

test.each([
  ['biuld', 'build'],
  ['verfiy', 'verify'],
  ['inspct', 'inspect'],
  ['signing-key-fiel', 'signing-key-file'],
  ['singing-key-stdni', 'signing-key-stdin'],
])('%s was meant to be %s', (word, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

test.each(['', 'frobnicate', 'x', 'b'.repeat(1_000_000)])('nobody is told what an unlike word may mean', (word) => {
  expect(nearest(word, known)).toBeUndefined();
});
