import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BindingRequest } from './binding.ts';
import { noBindings } from './binding.ts';
import { upsertBinding } from './change-bindings.ts';
import { encodeConfigFile, parseConfigFile } from './config-file.ts';
import { encodePluginBindings } from './encode-bindings.ts';
import { parsePluginBindings } from './parse-bindings.ts';
import { probePluginFiles } from './probe-files.ts';

let folder = '';
const root = () => join(folder, 'plugins');
const plugin = () => join(root(), 'echo');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plugins-'));
  mkdirSync(plugin(), { recursive: true, mode: 0o700 });
  writeFileSync(join(plugin(), 'config.json'), '{}', { mode: 0o600 });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('what is wrong with the files of a plugin (PLUG-FILESYSTEM)', () => {
  test('nothing, and nothing where nothing is', () => {
    expect(probePluginFiles(root(), 'echo')).toEqual([]);
    expect(probePluginFiles(root(), 'other')).toEqual([]);
    expect(probePluginFiles(join(folder, 'none'), 'echo')).toEqual([]);
  });

  test.each([
    ['plugins_root', () => root()],
    ['plugin_root', () => plugin()],
    ['plugin_config', () => join(plugin(), 'config.json')],
  ])('%s that others may write', (label, path) => {
    for (const bits of [0o020, 0o002]) {
      chmodSync(path(), 0o700 | bits);
      expect(probePluginFiles(root(), 'echo')).toEqual([`${label}_writable`]);
    }
    chmodSync(path(), 0o755);
    expect(probePluginFiles(root(), 'echo')).toEqual([]);
  });

  test('a folder that is a link, within the plugins or out of them', () => {
    symlinkSync(plugin(), join(root(), 'inside'));
    expect(probePluginFiles(root(), 'inside')).toEqual(['plugin_root_symlink']);
    symlinkSync(folder, join(root(), 'outside'));
    expect(probePluginFiles(root(), 'outside')).toEqual(['plugin_root_symlink', 'plugin_root_escape']);
    symlinkSync(join(folder, 'nothing'), join(root(), 'dangling'));
    expect(probePluginFiles(root(), 'dangling')).toEqual(['plugin_root_symlink', 'plugin_root_escape']);
  });

  test('a config below a folder that leads out is out as well', () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere, { mode: 0o700 });
    writeFileSync(join(elsewhere, 'config.json'), '{}', { mode: 0o600 });
    symlinkSync(elsewhere, join(root(), 'far'));
    expect(probePluginFiles(root(), 'far')).toEqual([
      'plugin_root_symlink',
      'plugin_root_escape',
      'plugin_config_escape',
    ]);
  });

  test('a folder whose name only begins like that of the plugins', () => {
    mkdirSync(`${root()}-2`, { mode: 0o700 });
    symlinkSync(`${root()}-2`, join(root(), 'near'));
    expect(probePluginFiles(root(), 'near')).toContain('plugin_root_escape');
  });

  test('an id that is none is not looked up', () => {
    for (const id of ['', '..', '.', 'a/b', 'Echo', ' echo']) {
      expect(probePluginFiles(root(), id)).toEqual(['invalid_plugin_id']);
    }
  });
});

const request: BindingRequest = {
  pluginId: ' Echo',
  enabled: true,
  skillId: 'acme.echo',
  skillVersion: undefined,
  toolId: undefined,
  modulePath: 'modules/main.wasm',
  entrypoint: undefined,
  profile: { http_hosts: ['API.example'], secrets: [], storage_prefixes: [], channels: [] },
  operator: { displayName: undefined, notes: undefined, ownerPrincipal: undefined, updatedBy: undefined, tags: [] },
};

describe('documents', () => {
  test('what has no value is left out of the document of bindings, and it reads back as itself (PLUG-FILE)', () => {
    const bound = upsertBinding(noBindings, request, 7n);
    if (!bound.ok) throw new Error(bound.failure.code);
    const bytes = encodePluginBindings(bound.value);
    expect(parsePluginBindings(bytes)).toEqual(bound);
    const text = Buffer.from(bytes).toString();
    expect(text).toContain('\n      "module_path": "modules/main.wasm",\n');
    expect(text).not.toMatch(/null|entrypoint|skill_version|display_name/);
  });

  test('a config reads back as itself, and an older one is brought up to it (PLUG-CONFIG-FILE)', () => {
    const config = {
      pluginId: 'echo',
      skillId: 'acme.echo',
      skillVersion: undefined,
      contractSchemaVersion: 3n,
      payloadSha256: 'ab',
      values: new Map([['__proto__', 1n]]),
      updatedAtUnixMs: 7n,
    };
    const bytes = encodeConfigFile(config);
    expect(Buffer.from(bytes).toString()).not.toContain('skill_version');
    expect(parseConfigFile(bytes)).toEqual({ ok: true, value: config });
    const old = '{"plugin_id": "echo", "skill_id": "acme.echo", "values": {}}';
    expect(parseConfigFile(Buffer.from(old))).toMatchObject({
      value: { updatedAtUnixMs: 0n, payloadSha256: undefined },
    });
  });

  test.each([
    ['{', 'plugins.bindings-json'],
    ['[]', 'plugins.bad-record'],
    ['{"schema_version": 2, "plugin_id": "a", "skill_id": "b", "values": {}}', 'plugins.bindings-version'],
    ['{"plugin_id": "a", "skill_id": "b", "values": []}', 'plugins.bad-record'],
    ['{"plugin_id": "a", "skill_id": "b", "values": {}, "value": {}}', 'plugins.bad-record'],
    ['{"plugin_id": "a", "skill_id": "b", "values": {"k": 1, "k": 2}}', 'plugins.repeated-field'],
  ])('a config %s is refused (PLUG-CONFIG-FILE)', (text, code) => {
    expect(parseConfigFile(Buffer.from(text))).toMatchObject({ failure: { code } });
  });
});
