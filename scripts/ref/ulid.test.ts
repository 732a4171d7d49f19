import { expect, test } from 'vitest';
import { ulids } from './ulid.ts';

test('ids are texts of 26 letters that are ordered as they were made, and then by time', () => {
  const first = ulids(3, 1_750_000_000_000n, new Uint8Array(10).fill(0xff));
  expect(first[0]).toBe(`01JXT21Q00${'Z'.repeat(16)}`);
  const ids = [
    ...ulids(3, 1_750_000_000_000n, new Uint8Array(10)),
    ...ulids(1, 1_750_000_000_001n, new Uint8Array(10)),
  ];
  expect(new Set(ids).size).toBe(4);
  expect([...ids].sort()).toEqual(ids);
  for (const id of [...first, ...ids]) expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
});
