import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { onBudgets, plenty } from './priced.ts';

const none = { timeoutMs: 0n };

/** A run that its time stops tells nothing of what it consumed since the last call. */
export const timeOverCases: readonly Case[] = [
  onBudgets('time-over-at-the-entry', ['TIME-ZERO'], body('i32.const 1'), none, [
    [1n, 'limit', 0n],
    [2n, 'timed-out', 2n],
    [plenty, 'timed-out', plenty],
  ]),
];
