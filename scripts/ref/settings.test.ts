import { expect, test } from 'vitest';
import { parseOptions } from '../cli/parse-options.ts';
import type { Shell } from '../cli/shell.ts';
import { globalOptions } from './options.ts';
import { buildTimeUnixMs, trustStorePath, vaultFolder } from './settings.ts';

type Env = Shell['env'];

function shell(env: Env, platform: NodeJS.Platform = 'linux'): Shell {
  return {
    env,
    platform,
    folder: '/work',
    terminal: { stdout: false, stderr: false },
    nowUnixMs: () => 42n,
    randomBytes: (length) => new Uint8Array(length),
    readStdin: async () => ({ ok: true, value: new Uint8Array() }),
    stdin: async function* () {},
    writeStdout: async () => ({ ok: true, value: undefined }),
    writeStderr: () => {},
    whenInterrupted: () => () => {},
  };
}

function options(...args: readonly string[]) {
  const line = parseOptions(args, globalOptions, []);
  if (!line.ok || line.value.help) throw new Error('these options are for a test and must be right');
  return line.value.options;
}

function trustStore(env: Env, ...args: readonly string[]): unknown {
  const path = trustStorePath(undefined, options(...args), shell(env));
  return path.ok ? path.value : path.failure;
}

function vault(env: Env, ...args: readonly string[]): unknown {
  const folder = vaultFolder(options(...args), shell(env));
  return folder.ok ? folder.value : folder.failure;
}

test('a state root comes from the option, then its variable, then the platform', () => {
  const env = { PALYRA_STATE_ROOT: '/variable', XDG_STATE_HOME: '/xdg', HOME: '/home/u' };
  expect(trustStore(env, '--state-root', '/option')).toBe('/option/skills/trust-store.json');
  expect(trustStore(env, '--state-root', 'option')).toBe('/work/option/skills/trust-store.json');
  expect(trustStore(env)).toBe('/variable/skills/trust-store.json');
  expect(trustStore({ ...env, PALYRA_STATE_ROOT: undefined })).toBe('/xdg/palyra/skills/trust-store.json');
  expect(trustStore({ HOME: '/home/u', XDG_STATE_HOME: '' })).toBe(
    '/home/u/.local/state/palyra/skills/trust-store.json',
  );
});

test('on Windows the platform has other folders', () => {
  const path = (env: Env) => vaultFolder(options(), shell(env, 'win32'));
  expect(path({ LOCALAPPDATA: 'C:\\Local', APPDATA: 'C:\\Roaming' })).toMatchObject({
    value: expect.stringContaining('C:\\Local\\Palyra'),
  });
  expect(path({ APPDATA: 'C:\\Roaming', HOME: '/home/u' })).toMatchObject({
    value: expect.stringContaining('C:\\Roaming\\Palyra'),
  });
});

test('without any folder of the platform there is no state root', () => {
  for (const env of [{}, { HOME: '' }, { HOME: 'relative', XDG_STATE_HOME: 'too' }]) {
    expect(trustStore(env)).toMatchObject({ code: 'cli.no-state-root', variables: 'XDG_STATE_HOME, HOME' });
  }
});

test('a variable that is set and blank is refused, and asked only where it counts', () => {
  expect(trustStore({ PALYRA_STATE_ROOT: ' ' })).toEqual({ code: 'cli.blank', source: 'PALYRA_STATE_ROOT' });
  expect(trustStore({ PALYRA_SKILLS_TRUST_STORE: '' })).toEqual({
    code: 'cli.blank',
    source: 'PALYRA_SKILLS_TRUST_STORE',
  });
  expect(trustStore({ PALYRA_STATE_ROOT: ' ' }, '--state-root', '/option')).toBe('/option/skills/trust-store.json');
  expect(trustStorePath('mine.json', options(), shell({ PALYRA_SKILLS_TRUST_STORE: '' }))).toMatchObject({
    value: 'mine.json',
  });
});

test('a variable that is not UTF-8 is refused', () => {
  expect(trustStore({ PALYRA_SKILLS_TRUST_STORE: '/a\ufffd' })).toMatchObject({ code: 'cli.not-utf8' });
});

test('a trust store named by its variable does not follow the state root', () => {
  expect(trustStore({ PALYRA_SKILLS_TRUST_STORE: '/store.json' }, '--state-root', '/option')).toBe('/store.json');
});

test('a vault comes from the option, then its variable, then the state root', () => {
  const env = { PALYRA_VAULT_DIR: '/variable', PALYRA_STATE_ROOT: '/state' };
  expect(vault(env, '--vault-dir', '/option')).toBe('/option');
  expect(vault(env)).toBe('/variable');
  expect(vault({ PALYRA_STATE_ROOT: '/state' })).toBe('/state/vault');
  expect(vault({ ...env, PALYRA_VAULT_DIR: '' })).toEqual({ code: 'cli.blank', source: 'PALYRA_VAULT_DIR' });
});

test('the only backend of a vault is the encrypted file, by any of its names', () => {
  for (const name of ['', 'auto', 'default', 'encrypted_file', ' auto ']) {
    expect(vault({ PALYRA_VAULT_BACKEND: name, PALYRA_VAULT_DIR: '/v' })).toBe('/v');
  }
  for (const name of ['keychain', 'AUTO', 'encrypted-file']) {
    expect(vault({ PALYRA_VAULT_BACKEND: name, PALYRA_VAULT_DIR: '/v' })).toMatchObject({
      code: 'cli.bad-value',
      source: 'PALYRA_VAULT_BACKEND',
      value: name,
    });
  }
});

test('the time of a build is SOURCE_DATE_EPOCH in seconds, or else the clock', () => {
  expect(buildTimeUnixMs(shell({}))).toMatchObject({ value: 42n });
  expect(buildTimeUnixMs(shell({ SOURCE_DATE_EPOCH: '0' }))).toMatchObject({ value: 0n });
  expect(buildTimeUnixMs(shell({ SOURCE_DATE_EPOCH: '1750000000' }))).toMatchObject({ value: 1_750_000_000_000n });
  for (const value of ['-1', '1.5', '1e9', 'now', ' 1', '0x10', '9'.repeat(16)]) {
    expect(buildTimeUnixMs(shell({ SOURCE_DATE_EPOCH: value }))).toMatchObject({ failure: { code: 'cli.bad-value' } });
  }
  expect(buildTimeUnixMs(shell({ SOURCE_DATE_EPOCH: '' }))).toMatchObject({ failure: { code: 'cli.blank' } });
});
