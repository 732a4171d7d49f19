import { expect, test } from 'vitest';
import { TextBudget } from './text-budget.ts';

test('a text is cut where it is longer than it may be, and says how long it was', () => {
  const budget = new TextBudget(1000);
  expect(budget.line('abcdef', 3)).toBe('abc… (6 characters)');
  expect(budget.line('abc', 3)).toBe('abc');
});

test('of several lines the end is kept', () => {
  expect(new TextBudget(1000).lines('first\nlast\n', 5)).toBe('…last');
  expect(new TextBudget(1000).lines('a\u001b\nb\n', 50)).toBe('a\\u001b\nb');
});

test('once the page has had enough, a text has a line and no more', () => {
  const budget = new TextBudget(150);
  expect(budget.line('a'.repeat(200), 1000)).toHaveLength(200);
  const rest = `${'b'.repeat(80)}… (200 characters)`;
  expect(budget.line('b'.repeat(200), 1000)).toBe(rest);
  expect(budget.lines('b'.repeat(200), 1000)).toBe(rest);
});
