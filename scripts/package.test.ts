import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDocument } from './run-document.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'palyra-package-'));
const bin = join(project, 'node_modules/.bin');

beforeAll(() => {
  const packed = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', project], root));
  const tarball = join(project, (Array.isArray(packed) ? packed[0] : Object.values(packed)[0]).filename);
  writeFileSync(join(project, 'package.json'), '{"name": "empty", "private": true, "type": "module"}');
  run('npm', ['install', '--no-audit', '--no-fund', '--no-save', tarball], project);
}, 180_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

test('the installed commands answer', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(run(join(bin, 'palyra-ref'), ['--version'], project)).toContain(version);
  expect(run(join(bin, 'palyra-conformance'), ['--help'], project)).toContain('run');
});

test('the installed suite finds the reference conformant', () => {
  const report = JSON.parse(run(join(bin, 'palyra-conformance'), ['run', '--json'], project));
  expect(report.verdict).toBe('conformant');
  expect(report.counts.fail).toBe(0);
}, 120_000);

test('what the README shows works with the installed package', () => {
  const folder = join(project, 'readme');
  const shown = runDocument(readFileSync(join(root, 'README.md'), 'utf8'), folder, bin);
  expect(shown.map(({ exit, expected }) => ({ exit, expected }))).toEqual(
    shown.map(({ expected }) => ({ exit: expected, expected })),
  );
  expect(shown.length).toBeGreaterThan(3);
});

test('the types of every library resolve in a strict project', () => {
  writeFileSync(
    join(project, 'use.ts'),
    `import { parseManifest, type Manifest } from 'palyra-conformance/reference';
     import { describeFailure, type FailureCode } from 'palyra-conformance/spec';
     import { runSuite, type SuiteRun } from 'palyra-conformance/conformance';
     const parsed = parseManifest(new Uint8Array());
     export const manifest: Manifest | string = parsed.ok ? parsed.value : describeFailure(parsed.failure);
     export const code: FailureCode = 'artifact.not-zip';
     export const suite: (run: SuiteRun) => unknown = () => runSuite;
     // @ts-expect-error the codes are a closed list
     export const typo: FailureCode = 'artifact.not-zipp';`,
  );
  cpSync(join(root, 'node_modules/@types/node'), join(project, 'node_modules/@types/node'), { recursive: true });
  cpSync(join(root, 'node_modules/undici-types'), join(project, 'node_modules/undici-types'), { recursive: true });
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--types', 'node', 'use.ts'];
  expect(run(join(root, 'node_modules/.bin/tsc'), options, project)).toBe('');
});

test('publint finds nothing to complain about', () => {
  const said = run(join(root, 'node_modules/.bin/publint'), ['--strict', root], root);
  expect(said).toContain('All good!');
});

function run(command: string, args: readonly string[], cwd: string): string {
  const env = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' };
  try {
    return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  }
}
