import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeComplaint } from '#spec/compile/complaint.ts';
import { compileTree } from './compile-tree.ts';

const chapter = '> **TEA-HOT** · MUST · core · since 1.0\n> Tea MUST be hot.\n> Why: taste.\n';
const noCases = 'conformance/cases/index.ts:1: there are no cases; export them here as cases: readonly Case[]';
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'palyra-spec-'));
  write('spec/trust.md', chapter);
});

afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

async function compile({ check = false, confirmed = [] as readonly string[] }): Promise<readonly string[]> {
  return (await compileTree(root, { check, confirmed })).map(describeComplaint);
}

test('what was written is up to date, and a missing table of cases is a complaint and no crash', async () => {
  expect(await compile({})).toEqual([noCases]);
  expect(readFileSync(join(root, 'spec/generated/requirement-ids.ts'), 'utf8')).toContain("'TEA-HOT'");
  expect(await compile({ check: true })).toEqual([noCases]);
});

test('a check names what is out of date and writes nothing', async () => {
  await compile({});
  write('spec/trust.md', chapter.replaceAll('hot', 'very hot'));
  expect(await compile({ check: true })).toEqual([
    noCases,
    'spec/generated/requirements.ts:1: this generated file is out of date; run npm run spec',
    'spec/requirements.json:1: this generated file is out of date; run npm run spec',
  ]);
  expect(readFileSync(join(root, 'spec/requirements.json'), 'utf8')).not.toContain('very hot');
});

test('a schema that nothing writes any more is a complaint, and goes with the next compilation', async () => {
  await compile({});
  write('spec/schemas/teapot.schema.json', '{}');
  expect(await compile({ check: true })).toContain(
    'spec/schemas/teapot.schema.json:1: nothing writes this schema any more; run npm run spec',
  );
  await compile({});
  expect(existsSync(join(root, 'spec/schemas/teapot.schema.json'))).toBe(false);
});

test('a confirmation is recorded for a declared id, and refused for any other', async () => {
  const confirmed = () => JSON.parse(readFileSync(join(root, 'conformance/confirmed.json'), 'utf8'));
  await compile({});
  expect(confirmed()).toEqual({});
  expect((await compile({ confirmed: ['TEA-COLD'] }))[0]).toContain('TEA-COLD cannot be confirmed');
  await compile({ confirmed: ['TEA-HOT'] });
  expect(Object.keys(confirmed())).toEqual(['TEA-HOT']);
});

test('chapters with a complaint leave the typed ids as they are', async () => {
  await compile({});
  write('spec/trust.md', chapter.replace('TEA-HOT', 'TEA-WARM'));
  expect((await compile({}))[0]).toContain('spec/ids.json:2: TEA-HOT has vanished from the chapters;');
  expect(readFileSync(join(root, 'spec/generated/requirement-ids.ts'), 'utf8')).toContain("'TEA-HOT'");
});

test('cases that do not load are a complaint', async () => {
  write('conformance/cases/index.ts', 'import "./missing.ts";');
  const [complaint, ...more] = await compile({});
  expect(complaint).toContain('conformance/cases/index.ts:1: the cases do not load: ');
  expect(more).toEqual([]);
});
