import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  allowedTransitions,
  compatibilityCodes,
  evaluations,
  grantClasses,
  grantClassFacts,
  packageKinds,
  packageStatuses,
  rollbackAction,
} from './extensions.ts';

const chapter = readFileSync('spec/lifecycle-extensions.md', 'utf8');

/** The names in each cell of the table that begins with these columns. */
function table(...columns: readonly string[]): readonly (readonly (readonly string[])[])[] {
  const lines = chapter.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${columns.join(' | ')} |`));
  const rows = lines.slice(head + 2);
  return rows.slice(0, rows.indexOf('')).map((line) => line.split('|').slice(1, -1).map(words));
}

function words(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
}

describe('the chapter and the data say the same', () => {
  test('of the names and their order', () => {
    const [kinds, statuses] = table('list', 'names').map(([, names]) => names);
    expect(kinds).toEqual(packageKinds);
    expect(statuses).toEqual(packageStatuses);
  });

  test('of the classes (EXT-CANONICAL, EXT-OUTCOME)', () => {
    const facts = grantClasses.map((name) => [[name], [grantClassFacts[name].action], [grantClassFacts[name].shown]]);
    expect(table('class', 'policy action')).toEqual(facts);
  });

  test('of the transitions, which are 17 of 64 (EXT-TRANSITIONS)', () => {
    const told = table('from', 'to').map(([[from = ''] = [], to = []]) => [from, new Set(to)]);
    const data = Object.entries(allowedTransitions).map(([from, to]) => [from, new Set<string>(to)]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(data));
    expect(Object.values(allowedTransitions).flat()).toHaveLength(17);
    expect(packageStatuses.length ** 2).toBe(64);
  });

  test('of the codes of a misfit, in the order in which they are asked (EXT-COMPATIBILITY)', () => {
    const told = table('row', 'holds when', 'code').map(([, , [code = ''] = []]) => code);
    expect([...told, 'manifest_compatibility_failed']).toEqual(compatibilityCodes);
  });

  test('of what can be evaluated, and of the action of a rollback', () => {
    const told = table('`evaluate`', 'other members of the request').map(([[name = ''] = []]) => name);
    expect(new Set(told)).toEqual(new Set(evaluations));
    expect(chapter).toContain(`\`${rollbackAction}\``);
  });
});
