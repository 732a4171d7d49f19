import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseJson } from './parse.ts';

const vectors = process.env['PALYRA_VECTORS'] ?? join(import.meta.dirname, '../../../shared/vectors');
const folder = join(vectors, 'json-test-suite/test_parsing');
const here = existsSync(folder);
const names = here ? readdirSync(folder).sort() : [];
const isAccepted = (name: string) => parseJson(readFileSync(join(folder, name))).ok;
const starting = (prefix: string) => names.filter((name) => name.startsWith(prefix));

describe.skipIf(!here)('the public JSON test suite (ART-JSON)', () => {
  test('what every reader must accept is accepted', () => {
    expect(starting('y_')).toHaveLength(95);
    expect(starting('y_').filter((name) => !isAccepted(name))).toEqual([]);
  });

  test('what every reader must refuse is refused', () => {
    expect(starting('n_')).toHaveLength(188);
    expect(starting('n_').filter(isAccepted)).toEqual([]);
  });

  test('of what a reader may decide for itself, only numbers that a double can stand for are accepted', () => {
    expect(starting('i_')).toHaveLength(35);
    expect(starting('i_').filter(isAccepted)).toEqual([
      'i_number_double_huge_neg_exp.json',
      'i_number_real_underflow.json',
      'i_number_too_big_neg_int.json',
      'i_number_too_big_pos_int.json',
      'i_number_very_big_negative_int.json',
    ]);
  });
});
