import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectArtifact } from '#reference/artifact/inspect.ts';
import { names, runtime } from '#spec/constants.ts';
import { buildLine, Sandbox, stdin, wasmHeader, writeSkill } from '../testing/sandbox.ts';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
  writeSkill(sandbox);
});
afterEach(() => sandbox.remove());

const keyId = 'ed25519:7599776c3085e3f9';
const keyless = buildLine.replace('--signing-key-file publisher.key', '');

function builtEntries(): readonly string[] {
  const inspection = inspectArtifact(readFileSync(sandbox.path('echo.palyra-skill')), {
    names: names.shipped,
    runtime,
  });
  if (!inspection.ok) throw new Error(inspection.failure.code);
  return [...inspection.value.entries.keys()].sort();
}

describe('what is printed', () => {
  test('one line of fields', async () => {
    const { exitCode, stdout, stderr } = await sandbox.run(buildLine);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(
      /^skills\.package\.build artifact=echo\.palyra-skill skill_id=acme\.echo_skill publisher=acme version=3\.1\.4 payload_sha256=[0-9a-f]{64} key_id=ed25519:[0-9a-f]{16} bytes=\d+\n$/,
    );
    expect(stdout).toContain(` bytes=${readFileSync(sandbox.path('echo.palyra-skill')).length}\n`);
  });

  test('the same as JSON with --json', async () => {
    const { stdout } = await sandbox.run(`${buildLine} --json`);
    expect(JSON.parse(stdout)).toEqual({
      artifact_path: 'echo.palyra-skill',
      payload_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      publisher: 'acme',
      skill_id: 'acme.echo_skill',
      version: '3.1.4',
      signature_key_id: keyId,
      artifact_bytes: readFileSync(sandbox.path('echo.palyra-skill')).length,
    });
  });
});

describe('the names of entries', () => {
  test('a relative path stays whole with slashes, an absolute one leaves its file name', async () => {
    mkdirSync(sandbox.path('sub'));
    sandbox.write('sub/two.wasm', wasmHeader);
    sandbox.write('back\\slash.txt', 'x');
    const more = `--module sub/two.wasm --module ${sandbox.path('sub/../sub/two.wasm')} --asset back\\slash.txt`;
    expect(await sandbox.run(`${buildLine} ${more}`)).toMatchObject({ exitCode: 0 });
    expect(builtEntries()).toEqual([
      'assets/back/slash.txt',
      'modules/main.wasm',
      'modules/sub/two.wasm',
      'modules/two.wasm',
      'provenance.json',
      'sbom.cdx.json',
      'signature.json',
      'skill.toml',
    ]);
  });

  test('a path is trimmed', async () => {
    const { exitCode } = await sandbox.run(buildLine.replace('main.wasm', '\u2003main.wasm\u2003'));
    expect(exitCode).toBe(0);
    expect(builtEntries()).toContain('modules/main.wasm');
  });

  test('a relative path that leaves its folder is refused, with the way out', async () => {
    const detour = `../${basename(sandbox.folder)}/main.wasm`;
    const { exitCode, stderr } = await sandbox.run(buildLine.replace('main.wasm', detour));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('artifact.invalid-path (PATH-NORMAL)');
    expect(stderr).toContain('hint: Of an absolute path only the file name is taken');
  });

  test('two files of one name are refused', async () => {
    const { exitCode, stderr } = await sandbox.run(`${buildLine} --module ${sandbox.path('main.wasm')}`);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('artifact.duplicate-entry (ART-UNIQUE-NAMES)');
  });

  test('--names documented changes the name of the SBOM', async () => {
    await sandbox.run(`--names documented ${buildLine}`);
    expect(await sandbox.run('skills package inspect --artifact echo.palyra-skill')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('artifact.missing-entry'),
    });
    const { stdout } = await sandbox.run('--names documented skills package inspect --artifact echo.palyra-skill');
    expect(stdout).toContain('entry name=sbom.cyclonedx.json ');
  });
});

describe('SBOM and provenance', () => {
  test('given ones are taken as they are', async () => {
    sandbox.write('sbom.json', '{"bomFormat":"CycloneDX","specVersion":"1.5"}');
    sandbox.write('provenance.json', '{"builder":{},"subject":[null]}');
    const { exitCode } = await sandbox.run(`${buildLine} --sbom sbom.json --provenance provenance.json`);
    expect(exitCode).toBe(0);
    const bytes = readFileSync(sandbox.path('echo.palyra-skill'));
    const inspection = inspectArtifact(bytes, { names: names.shipped, runtime });
    const entries = inspection.ok ? inspection.value.entries : new Map<string, Uint8Array>();
    expect(Buffer.from(entries.get('sbom.cdx.json') ?? []).toString()).toBe(sandbox.read('sbom.json'));
    expect(Buffer.from(entries.get('provenance.json') ?? []).toString()).toBe(sandbox.read('provenance.json'));
  });

  test.each([
    ['sbom', 'artifact.bad-sbom'],
    ['provenance', 'artifact.bad-provenance'],
  ])('a bad %s is refused', async (option, code) => {
    sandbox.write('bad.json', '{}');
    const { exitCode, stderr } = await sandbox.run(`${buildLine} --${option} bad.json`);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(code);
  });
});

describe('the signing key', () => {
  test.each([
    ['raw bytes', new Uint8Array(32).fill(5)],
    ['hex and a line end', `${'05'.repeat(32)}\n`],
    ['base64', Buffer.alloc(32, 5).toString('base64')],
  ])('may be %s, from standard input, a file or the vault', async (_, key) => {
    expect((await sandbox.run(`${keyless} --signing-key-stdin`, stdin(key))).stdout).toContain(keyId);
    sandbox.write('other.key', key);
    expect((await sandbox.run(`${keyless} --signing-key-file other.key`)).stdout).toContain(keyId);
    await sandbox.run('vault put global/publisher --stdin', stdin(key));
    expect((await sandbox.run(`${keyless} --signing-key-vault-ref global/publisher`)).stdout).toContain(keyId);
  });

  test.each([
    ['', 'cli.missing-option', 2],
    ['--signing-key-stdin --signing-key-file publisher.key', 'cli.conflicting-options', 2],
    ['--signing-key-stdin --signing-key-vault-ref global/a', 'cli.conflicting-options', 2],
    ['--signing-key-stdin --vault-passphrase-stdin', 'cli.conflicting-options', 2],
    ['--signing-key-stdin', 'cli.empty-input', 2],
    ['--signing-key-file main.wasm', 'key.bad-length', 2],
    ['--signing-key-file missing.key', 'cli.file-not-found', 8],
    ['--signing-key-vault-ref global/absent', 'vault.not-found', 8],
    ['--signing-key-vault-ref nowhere', 'vault.bad-reference', 2],
  ])('"%s" is refused as %s, and nothing is written', async (option, code, exit) => {
    const { exitCode, stdout, stderr } = await sandbox.run(`${keyless} ${option}`);
    expect({ exitCode, stdout }).toEqual({ exitCode: exit, stdout: '' });
    expect(stderr).toContain(`${code}`);
    expect(existsSync(sandbox.path('echo.palyra-skill'))).toBe(false);
  });

  test('a key that is refused is not shown', async () => {
    const { stderr } = await sandbox.run(`${keyless} --signing-key-stdin`, stdin('correct horse battery staple'));
    expect(stderr).toContain('key.bad-length');
    expect(stderr).not.toContain('horse');
  });
});

describe('the signing key among the contents', () => {
  const seed = Buffer.alloc(32, 0xab);

  beforeEach(() => {
    sandbox.write('publisher.key', seed.toString('hex'));
    sandbox.write('raw.wasm', seed);
    sandbox.write('hex.txt', `\n ${seed.toString('hex').toUpperCase()}\r\n`);
    sandbox.write('base64.txt', `${seed.toString('base64')}\n`);
  });

  test.each([
    '--asset publisher.key',
    '--asset hex.txt',
    '--asset base64.txt',
    '--module raw.wasm',
    '--sbom publisher.key',
    '--provenance publisher.key',
  ])('%s is refused by its name and not shown, and nothing is written', async (option) => {
    for (const line of [`${buildLine} ${option}`, `${keyless} --signing-key-stdin ${option}`]) {
      const { exitCode, stdout, stderr } = await sandbox.run(line, stdin(seed));
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain(`cli.key-is-content: "${option.split(' ')[1]}"`);
      expect(stderr.toLowerCase()).not.toContain('abab');
      expect(existsSync(sandbox.path('echo.palyra-skill'))).toBe(false);
    }
  });

  test('as the manifest it is refused for what it is', async () => {
    const { stderr } = await sandbox.run(buildLine.replace('skill.toml', 'publisher.key'));
    expect(stderr).toContain('cli.key-is-content');
  });

  test('another text of the same length is content like any other', async () => {
    sandbox.write('other.txt', 'cd'.repeat(32));
    expect(await sandbox.run(`${buildLine} --asset other.txt`)).toMatchObject({ exitCode: 0 });
  });
});

describe('repeatable builds (BUILD-DETERMINISTIC)', () => {
  test('SOURCE_DATE_EPOCH alone decides over what else would differ', async () => {
    const at = (seconds: string, now: bigint) => ({
      env: { ...sandbox.shell.env, SOURCE_DATE_EPOCH: seconds },
      nowUnixMs: () => now,
    });
    const build = async (changes: object) => {
      await sandbox.run(buildLine, changes);
      return readFileSync(sandbox.path('echo.palyra-skill'), 'base64');
    };
    const first = await build(at('1700000000', 1n));
    expect(await build(at('1700000000', 2n))).toBe(first);
    expect(await build(at('1700000001', 1n))).not.toBe(first);
    const { stdout } = await sandbox.run('skills package inspect --artifact echo.palyra-skill');
    expect(stdout).toContain('signed_at_unix_ms=1700000001000');
  });
});

describe('what is given and what is written', () => {
  test.each(['skill.toml', 'main.wasm', 'publisher.key'])('the input %s is never overwritten', async (name) => {
    const before = readFileSync(sandbox.path(name));
    const { exitCode, stderr } = await sandbox.run(buildLine.replace('echo.palyra-skill', name));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('cli.output-is-input');
    expect(readFileSync(sandbox.path(name))).toEqual(before);
  });

  test('folders of the output are made', async () => {
    expect(await sandbox.run(buildLine.replace('echo.palyra-skill', 'a/b/echo'))).toMatchObject({ exitCode: 0 });
    expect(readdirSync(sandbox.path('a/b'))).toEqual(['echo']);
  });

  test('a build that fails leaves the last artifact as it was', async () => {
    sandbox.write('echo.palyra-skill', 'the last one');
    sandbox.write('skill.toml', 'broken');
    expect(await sandbox.run(buildLine)).toMatchObject({ exitCode: 2 });
    expect(sandbox.read('echo.palyra-skill')).toBe('the last one');
  });

  test('files above the limits are refused by their size, and not read', async () => {
    for (const name of ['huge.wasm', ...['a', 'b', 'c', 'd', 'e'].map((letter) => `${letter}.wasm`)]) {
      sandbox.write(name, '');
      truncateSync(sandbox.path(name), name === 'huge.wasm' ? 2 ** 40 : 2 ** 24);
    }
    const one = await sandbox.run(`${buildLine} --module huge.wasm`);
    expect(one).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('artifact.entry-too-large') });
    const all = ['a', 'b', 'c', 'd', 'e'].map((letter) => `--module ${letter}.wasm`).join(' ');
    const many = await sandbox.run(`${buildLine} ${all}`);
    expect(many).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('artifact.too-large') });
    const manifest = await sandbox.run(buildLine.replace('skill.toml', 'huge.wasm'));
    expect(manifest).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('"skill.toml" has 1099511627776') });
  });
});
