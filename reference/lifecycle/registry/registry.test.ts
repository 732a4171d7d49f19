import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { names, runtime } from '#spec/constants.ts';
import { parseJson } from '#spec/json/parse.ts';
import { buildArtifact } from '../../artifact/build.ts';
import { parseSigningKey } from '../../artifact/signing/signing-key.ts';
import { referenceIdentity } from '../../identity.ts';
import { buildRegistryIndex, chooseEntry } from './build-index.ts';
import { findArtifacts } from './find-artifacts.ts';
import { readRegistry, readRegistryArtifact, writeRegistryIndex } from './read-registry.ts';
import { encodeRegistryIndex, type RegistryEntry } from './registry-index.ts';

const host = { names: names.shipped, runtime };
const nowUnixMs = 1_750_000_000_000n;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palyra-registry-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function artifactOf(version: string, skillId = 'acme.hello'): Uint8Array {
  const key = parseSigningKey(Buffer.alloc(32, 5));
  const manifest = `manifest_version = 2
skill_id = "${skillId}"
name = "Hello"
version = "${version}"
publisher = "acme"
[[entrypoints.tools]]
id = "acme.greet"
name = "greet"
description = "Says hello"
input_schema = { type = "object" }
output_schema = { type = "object" }
[compat]
required_protocol_major = 1
min_palyra_version = "0.1.0"
`;
  if (!key.ok) throw new Error('a key of 32 bytes is one');
  const modules = [{ path: 'a.wasm', bytes: Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0) }];
  const input = { manifest: Buffer.from(manifest), modules, assets: [], sbom: null, provenance: null };
  const built = buildArtifact({ ...input, key: key.value, nowUnixMs }, host, referenceIdentity);
  if (!built.ok) throw new Error(built.failure.code);
  return built.value.artifact;
}

function put(path: string, bytes: Uint8Array | string = artifactOf('1.0.0')): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

function entry(version: string, skillId = 'acme.hello', artifact = `${skillId}-${version}`): RegistryEntry {
  return { skillId, version, publisher: 'acme', artifact, artifactSha256: '0'.repeat(64), artifactBytes: 1 };
}

const read = () => readRegistry(folder, host, nowUnixMs);
const refusal = (code: string) => ({ ok: false, failure: expect.objectContaining({ code }) });

describe('looking through a folder (REG-SCAN)', () => {
  test('every artifact is found, at any depth and in any case of its extension, and nothing else', () => {
    for (const name of ['b.palyra-skill', 'deep/er/a.PALYRA-Skill']) put(name);
    for (const name of ['c.zip', '.palyra-skill', 'palyra-skill', 'd.palyra-skill.bak']) put(name);
    mkdirSync(join(folder, 'folder.palyra-skill'));
    expect(findArtifacts(folder)).toEqual({ ok: true, value: ['b.palyra-skill', 'deep/er/a.PALYRA-Skill'] });
  });

  test.skipIf(process.platform === 'win32')('no link is followed, to a file, to a folder, or round in a circle', () => {
    put('a.palyra-skill');
    put('../outside.palyra-skill'.replace('../', 'real/'));
    symlinkSync(join(folder, 'a.palyra-skill'), join(folder, 'link.palyra-skill'));
    symlinkSync(folder, join(folder, 'real', 'round'));
    expect(findArtifacts(folder)).toEqual({ ok: true, value: ['a.palyra-skill', 'real/outside.palyra-skill'] });
  });

  test('where there is no folder, or a file, that is said', () => {
    put('file');
    for (const path of ['none', 'file', 'file/below']) {
      expect(findArtifacts(join(folder, path))).toEqual(refusal('registry.missing'));
    }
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a part that cannot be read is not passed over',
    () => {
      put('closed/a.palyra-skill');
      chmodSync(join(folder, 'closed'), 0o000);
      const found = findArtifacts(folder);
      chmodSync(join(folder, 'closed'), 0o700);
      expect(found).toEqual(refusal('registry.unreadable'));
    },
  );

  test.skipIf(process.platform === 'win32').each(['a\nb', 'a\\b', 'a:b', ' a', '\u0085a', 'a\u009bb'])(
    'a path that an index cannot hold is refused: %j (REG-NAMES)',
    (name) => {
      put(`${name}/x.palyra-skill`);
      expect(findArtifacts(folder)).toEqual(refusal('registry.bad-name'));
    },
  );

  test.runIf(process.platform === 'linux')(
    'so is one that is not UTF-8, of a file or a folder, and a folder without artifacts is not (REG-NAMES)',
    () => {
      const path = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
      mkdirSync(join(folder, 'a:b'));
      expect(findArtifacts(folder)).toEqual({ ok: true, value: [] });
      writeFileSync(path('\xfe.palyra-skill'), '');
      expect(findArtifacts(folder)).toEqual(refusal('registry.bad-name'));
      rmSync(path('\xfe.palyra-skill'));
      mkdirSync(path('\xff'));
      expect(findArtifacts(folder)).toEqual(refusal('registry.bad-name'));
    },
  );

  test('folders inside each other are followed to the thirty-second level (REG-BULK)', () => {
    const levels = (count: number) => `${'d/'.repeat(count)}a.palyra-skill`;
    put(levels(32));
    expect(findArtifacts(folder)).toMatchObject({ ok: true, value: [levels(32)] });
    put(levels(33));
    expect(findArtifacts(folder)).toEqual(refusal('registry.too-large'));
  });
});

describe('reading what was found', () => {
  test('an entry says what its artifact says, and how large it is', () => {
    const bytes = artifactOf('1.0.0');
    put('x/a.palyra-skill', bytes);
    const index = read();
    expect(index).toMatchObject({
      ok: true,
      value: {
        entries: [{ skillId: 'acme.hello', version: '1.0.0', publisher: 'acme', artifact: 'x/a.palyra-skill' }],
      },
    });
    if (!index.ok) return;
    const [found] = index.value.entries;
    expect(found?.artifactBytes).toBe(bytes.length);
    expect(found && readRegistryArtifact(folder, found)).toEqual({ ok: true, value: Buffer.from(bytes) });
  });

  test('one artifact that does not pass inspection spoils all of them (REG-WHOLE)', () => {
    put('a.palyra-skill');
    put('b.palyra-skill', artifactOf('2.0.0').subarray(0, -1));
    expect(read()).toMatchObject({
      ok: false,
      failure: { code: 'registry.bad-artifact', artifact: 'b.palyra-skill', because: 'artifact.not-zip' },
    });
  });

  test('a file above the size of any artifact is not read (REG-WHOLE)', () => {
    put('huge.palyra-skill', '');
    truncateSync(join(folder, 'huge.palyra-skill'), 64 * 1024 * 1024 + 1);
    expect(read()).toMatchObject({ ok: false, failure: { because: 'artifact.too-large' } });
  });

  test('an artifact that has changed since it was looked through is refused (REG-DIGEST)', () => {
    put('a.palyra-skill');
    const index = read();
    const found = index.ok ? index.value.entries[0] : undefined;
    if (found === undefined) throw new Error('there is one');
    put('a.palyra-skill', artifactOf('1.0.1'));
    expect(readRegistryArtifact(folder, found)).toEqual(refusal('registry.changed'));
    rmSync(join(folder, 'a.palyra-skill'));
    expect(readRegistryArtifact(folder, found)).toEqual(refusal('registry.unreadable'));
    mkdirSync(join(folder, 'a.palyra-skill'));
    expect(readRegistryArtifact(folder, found)).toEqual(refusal('registry.changed'));
  });

  test('the index is written beside the artifacts, and a place where it cannot be is told (REG-INDEX-FILE)', () => {
    put('a.palyra-skill');
    const index = read();
    if (!index.ok) throw new Error(index.failure.code);
    expect(writeRegistryIndex(folder, index.value)).toBeUndefined();
    expect(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))).toMatchObject({
      schema_version: 1,
      generated_at_unix_ms: Number(nowUnixMs),
      entries: [{ skill_id: 'acme.hello', artifact: 'a.palyra-skill' }],
    });
    expect(writeRegistryIndex(join(folder, 'a.palyra-skill'), index.value)).toMatch(/^E(?:NOTDIR|EXIST)$/);
  });
});

describe('the index', () => {
  test('one version of one skill twice is refused, wherever the two stand (REG-UNIQUE)', () => {
    const twice = [entry('1.0.0', 'b', 'x'), entry('1.0.0', 'a'), entry('2.0.0', 'b'), entry('1.0.0', 'b', 'y')];
    expect(buildRegistryIndex(twice, 0n)).toMatchObject({
      ok: false,
      failure: { code: 'registry.duplicate', skillId: 'b', version: '1.0.0', artifacts: ['x', 'y'] },
    });
    expect(buildRegistryIndex([entry('1.0.0', 'a'), entry('1.0.0', 'b')], 0n)).toMatchObject({ ok: true });
  });

  test('the highest version is chosen by its numbers, or the one that is named (REG-CHOICE)', () => {
    const versions = ['1.9.0', '1.10.0', '0.99.0', '01.2.0'].map((version) => entry(version));
    const index = buildRegistryIndex([...versions, entry('9.0.0', 'acme.hello.more')], 0n);
    if (!index.ok) throw new Error(index.failure.code);
    const choose = (version?: string) => chooseEntry(index.value, 'acme.hello', version);
    expect(choose()).toMatchObject({ ok: true, value: { version: '1.10.0' } });
    expect(choose('1.9.0')).toMatchObject({ ok: true, value: { version: '1.9.0' } });
    expect(choose('1.2.0')).toEqual(refusal('registry.not-found'));
    expect(chooseEntry(index.value, 'acme', undefined)).toEqual(refusal('registry.not-found'));
    expect(chooseEntry(index.value, '__proto__', undefined)).toEqual(refusal('registry.not-found'));
  });

  test('ten thousand entries are an index and one more is none (REG-ENTRIES)', () => {
    const entries = Array.from({ length: 10_001 }, (_, at) => entry(`1.0.${at}`));
    const most = buildRegistryIndex(entries.slice(1), 0n);
    if (!most.ok) throw new Error(most.failure.code);
    expect(parseJson(encodeRegistryIndex(most.value))).toMatchObject({ ok: true });
    expect(buildRegistryIndex(entries, 0n)).toEqual(refusal('registry.too-many'));
  });
});
