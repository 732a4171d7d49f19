import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('palyra-conformance.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'palyra-run-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: readonly string[]) {
  const command = ['--conditions=palyra-source', '--import', 'tsx', program, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('help is an answer, and no command is a mistake that shows it', () => {
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Example:'), stderr: '' });
  expect(run()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Usage:') });
});

test.each([
  [['runn']],
  [['run', 'twice']],
  [['run', '--reprots', 'x']],
  [['run', '--fresh']],
  [['run', '--fresh', '']],
])('%j is refused with a way out and without a stack', (args) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('palyra-conformance --help');
  expect(stderr).not.toContain('    at ');
});

test('a run says the verdict and writes it, the same twice (run)', () => {
  const first = run('run', '--reports', join(folder, 'first'));
  expect(first).toMatchObject({ status: 0, stdout: expect.stringContaining(': conformant\n'), stderr: '' });
  const second = run('run', '--reports', join(folder, 'second'), '--json');
  expect(JSON.parse(second.stdout)).toMatchObject({ verdict: 'conformant', counts: { fail: 0, unsupported: 0 } });
  const report = (name: string) => readFileSync(join(folder, name, 'report.jsonl'), 'utf8');
  expect(report('second')).toBe(report('first'));
  const lines = report('first')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({ kind: 'header', planned: lines.length - 2 });
  expect(lines.at(-1)).toMatchObject({ kind: 'footer', verdict: 'conformant' });
  expect(readFileSync(join(folder, 'first', 'report.md'), 'utf8')).toContain('| core |');
}, 120_000);

test('other names, keys and bytes bring the same verdict (run --fresh)', () => {
  const { status, stdout } = run('run', '--fresh', 'elsewhere', '--reports', join(folder, 'fresh'), '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'conformant', seed: 'elsewhere' });
}, 120_000);

test('reports that cannot be written are said to be so', () => {
  writeFileSync(join(folder, 'file'), '');
  const { status, stderr } = run('run', '--reports', join(folder, 'file'));
  expect(status).toBe(2);
  expect(stderr).toContain('--reports');
}, 120_000);
