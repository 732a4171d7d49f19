import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeState } from '#reference/state/state.ts';
import { ok } from '#spec/result.ts';
import { SkillSandbox } from '../testing/skills.ts';

let sandbox: SkillSandbox;
beforeEach(() => {
  sandbox = new SkillSandbox();
});
afterEach(() => sandbox.remove());

const long = 'x'.repeat(5000);
const echo = 'acme.echo_skill';

/** Every file of the state but its lock and its seal, with its content. */
function state(): ReadonlyMap<string, string> {
  const root = sandbox.path('state');
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    paths.filter((path) => !path.includes('transaction')).map((path) => [path, readFileSync(path, 'hex')]),
  );
}

const reading = ['skills list', 'skills check', 'plugins list', 'hooks list'];

async function allCanBeRead(): Promise<void> {
  for (const line of reading) expect(await sandbox.run(line)).toMatchObject({ exitCode: 0, stderr: '' });
}

describe('what a command would not read again it does not write (CMD-READ-BACK)', () => {
  beforeEach(async () => {
    await sandbox.install(await sandbox.build());
    await sandbox.run(`skills enable ${echo} --override`);
    await sandbox.run(`plugins bind echo --skill-id ${echo}`);
    await sandbox.run('hooks bind ops.echo --event gateway:startup --plugin echo');
    await allCanBeRead();
  });

  const named: readonly (readonly [string, number, string])[] = [
    [`skills quarantine ${echo} --version ${long}`, 2, 'lifecycle.too-large'],
    [`skills quarantine ${long} --version 1.0.0`, 2, 'lifecycle.too-large'],
    [`skills quarantine ${echo} --principal ${long}`, 2, 'lifecycle.too-large'],
    [`skills enable ${echo} --override --principal ${long}`, 2, 'lifecycle.too-large'],
    [`plugins bind other --skill-id ${echo} --notes ${long}`, 7, 'plugins.too-large'],
    [`plugins bind other --skill-id ${echo} --display-name ${long}`, 7, 'plugins.too-large'],
    [`plugins bind other --skill-id ${echo} --owner-principal ${long}`, 7, 'plugins.too-large'],
    [`plugins bind other --skill-id ${echo}${numbered(1001, (at) => ` --tag t${at}`)}`, 7, 'plugins.too-large'],
    [
      `plugins bind other --skill-id ${echo}${numbered(1001, (at) => ` --cap-http-host h${at}.example.com`)}`,
      7,
      'plugins.too-large',
    ],
  ];
  test.each(named.map((each) => [each[0].slice(0, 60), ...each] as const))('%s', async (_, line, exitCode, code) => {
    const before = state();
    expect(await sandbox.run(line)).toMatchObject({ exitCode, stdout: '', stderr: expect.stringContaining(code) });
    expect(state()).toEqual(before);
    await allCanBeRead();
  });

  test('and what is just short enough is written, and read', async () => {
    const most = 'x'.repeat(4096);
    const tags = numbered(1000, (at) => ` --tag t${at}`);
    for (const line of [
      `skills quarantine ${echo} --version ${most} --principal ${most}`,
      `plugins bind other --skill-id ${echo} --notes ${most}${tags}`,
    ]) {
      expect(await sandbox.run(line)).toMatchObject({ exitCode: 0 });
      await allCanBeRead();
    }
  });

  test('a config whose file would be deeper than a file may be', async () => {
    const declared = '[operator.config]\n[operator.config.properties.deep]\ntype = "string"\n';
    await sandbox.install(await sandbox.build({ version: '2.0.0', more: declared }));
    const bind = async (depth: number) => {
      sandbox.write('config.json', `{"deep": ${'['.repeat(depth)}${']'.repeat(depth)}}`);
      return sandbox.run(`plugins bind other --skill-id ${echo} --config-json-file config.json`);
    };
    expect(await bind(125)).toMatchObject({ exitCode: 0 });
    const before = state();
    expect(await bind(126)).toMatchObject({ exitCode: 7, stderr: expect.stringContaining('plugins.bindings-json') });
    expect(state()).toEqual(before);
    expect(await sandbox.run('plugins check other')).toMatchObject({ stderr: '' });
  });
});

describe('an artifact whose record could not be read again is not installed (CMD-READ-BACK, LIFE-BULK)', () => {
  const secrets = (names: readonly string[]) =>
    `[capabilities]\n[[capabilities.secrets]]\nscope = "global"\nkey_names = [${names.map((name) => `"${name}"`)}]\n`;

  test.each([
    ['1,001 secrets', secrets(Array.from({ length: 1001 }, (_, at) => `s${at}`)), ''],
    ['a secret with a name of 5,000 letters', secrets([long]), ''],
    ['a path of 5,000 letters', '', './'.repeat(2500)],
  ])('%s', async (_, more, path) => {
    await sandbox.install(await sandbox.build());
    const before = state();
    const artifact = await sandbox.build({ version: '2.0.0', more });
    expect(await sandbox.install(`${path}${artifact}`)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('lifecycle.too-large'),
    });
    expect(state()).toEqual(before);
    await allCanBeRead();
    expect(sandbox.versions()).toEqual(['1.0.0 current']);
  });

  test('with a thousand secrets it is', async () => {
    const more = secrets(Array.from({ length: 1000 }, (_, at) => `s${at}`));
    expect(await sandbox.install(await sandbox.build({ more }))).toMatchObject({ exitCode: 0 });
    await allCanBeRead();
  });
});

test('rows of another program that are too long are a state at fault, and not a request (LIFE-BULK)', async () => {
  await sandbox.install(await sandbox.build());
  const row = { skillId: echo, version: long, status: 'active', reason: null, operatorPrincipal: 'x' };
  const times = { detectedAtMs: 1n, createdAtUnixMs: 1n, updatedAtUnixMs: 1n };
  const change = { statuses: [{ ...row, ...times }] };
  changeState({ folder: sandbox.path('state') }, () => ok({ change, value: undefined }));
  const held = await sandbox.run(`skills quarantine ${echo}`);
  expect(held).toMatchObject({ exitCode: 7, stderr: expect.stringContaining('lifecycle.bad-state') });
  expect(held.stderr).toContain('hint: ');
});

test('no command changes a state but through the one place that reads back (CMD-READ-BACK)', () => {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test)\.ts$/.test(path),
  );
  const changing = files.filter((path) => readFileSync(join(folder, path), 'utf8').includes('changeState'));
  expect(changing).toEqual([join('skills', 'change-readably.ts')]);
});

function numbered(length: number, word: (at: number) => string): string {
  return Array.from({ length }, (_, at) => word(at)).join('');
}
