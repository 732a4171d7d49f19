import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ok } from '#spec/result.ts';
import { bytes, line, make, namesIn, ownRoot, version } from './testing/host.ts';

const host = ownRoot();
const onPosix = describe.skipIf(process.platform === 'win32');
const here = { skillId: 'acme.echo', version: '1.0.0' };

test('a name that no folder can have is refused before anything is written (STATE-PATHS)', () => {
  expect(make(host.root, { index: bytes('new'), addVersions: [version('a/b')] })).toMatchObject({
    failure: { code: 'state.unsafe-name', kind: 'skill id', name: 'a/b' },
  });
  expect(make(host.root, { index: bytes('new'), addVersions: [version('a', '1.0.0', { '../x': '' })] })).toMatchObject({
    failure: { code: 'state.unsafe-name', kind: 'entry', name: '../x' },
  });
  expect(readdirSync(host.path())).toEqual([]);
});

test('a skill that is called .. is laid down and taken away below the root (STATE-PATHS)', () => {
  expect(make(host.root, { addVersions: [version('..')], currentLinks: new Map([['..', '1.0.0']]) })).toEqual(
    ok('made'),
  );
  expect(readdirSync(host.path('skills'))).toEqual(['%2e%2e', '.staging']);
  expect(readdirSync(dirname(host.path()))).toEqual(['root']);
  expect(make(host.root, { removeVersions: [{ skillId: '..', version: '1.0.0' }] })).toEqual(ok('made'));
  expect(readdirSync(host.path('skills'))).toEqual(['%2e%2e', '.staging']);
});

onPosix('a link that was put in the place of a folder (STATE-PATHS)', () => {
  const outside = () => {
    const folder = join(dirname(host.path()), 'outside');
    mkdirSync(join(folder, '1.0.0'), { recursive: true });
    writeFileSync(join(folder, '1.0.0', 'precious'), '');
    return folder;
  };

  test.each([
    ['of a skill', 'skills/acme.echo', ''],
    ['of a version', 'skills/acme.echo/1.0.0', '1.0.0'],
    ['of what is being prepared', 'skills/.staging', ''],
    ['of the log', 'skills/audit.ndjson', '1.0.0/precious'],
  ])('%s leads nothing outside', (_, place, target) => {
    const elsewhere = outside();
    expect(make(host.root, { addVersions: [version('acme.echo')], logLines: [line('first')] })).toEqual(ok('made'));
    rmSync(host.path(place), { recursive: true });
    symlinkSync(join(elsewhere, target), host.path(place));
    for (const change of [
      { addVersions: [version('acme.echo')] },
      { removeVersions: [here] },
      { logLines: [line('x')] },
    ]) {
      make(host.root, { ...change, index: bytes('new') });
    }
    expect(namesIn(elsewhere)).toEqual(['1.0.0', '1.0.0/precious']);
    expect(readlinkSync(host.path(place))).toBe(join(elsewhere, target));
  });

  test('within a version is deleted, and not what it leads to', () => {
    const elsewhere = outside();
    expect(make(host.root, { addVersions: [version('acme.echo')] })).toEqual(ok('made'));
    symlinkSync(elsewhere, host.path('skills/acme.echo/1.0.0/planted'));
    expect(make(host.root, { removeVersions: [here] })).toEqual(ok('made'));
    expect(existsSync(host.path('skills/acme.echo/1.0.0'))).toBe(false);
    expect(namesIn(elsewhere)).toEqual(['1.0.0', '1.0.0/precious']);
  });
});

onPosix('current (STATE-CURRENT)', () => {
  const point = (to: string | undefined) => make(host.root, { currentLinks: new Map([['acme.echo', to]]) });
  const link = () => host.path('skills/acme.echo/current');

  test('leads to a version, then to another, then nowhere', () => {
    expect(point('1.0.0')).toEqual(ok('made'));
    expect(readlinkSync(link())).toBe('1.0.0');
    expect(point('2.0.0')).toEqual(ok('made'));
    expect(readlinkSync(link())).toBe('2.0.0');
    expect(point(undefined)).toEqual(ok('made'));
    expect(readdirSync(host.path('skills/acme.echo'))).toEqual([]);
    expect(point(undefined)).toEqual(ok('made'));
  });

  test('is left alone where something else has its name', () => {
    mkdirSync(link(), { recursive: true });
    expect(point('1.0.0')).toEqual(ok('made'));
    expect(point(undefined)).toEqual(ok('made'));
    expect(readdirSync(host.path('skills/acme.echo'))).toEqual(['current']);
  });
});

test('a version is there with its entries, the artifact and its metadata, and is replaced by another (STATE-EXTRACTED)', () => {
  expect(make(host.root, { addVersions: [version('acme.echo', '1.0.0', { 'skill.toml': '', 'a/b/c': 'd' })] })).toEqual(
    ok('made'),
  );
  const names = ['artifact.palyra-skill', 'install-metadata.json'];
  const folder = host.path('skills/acme.echo/1.0.0');
  expect(namesIn(folder)).toEqual(['a', 'a/b', 'a/b/c', ...names, 'skill.toml'].toSorted());
  expect(make(host.root, { addVersions: [version('acme.echo', '1.0.0', { z: '' })], removeVersions: [here] })).toEqual(
    ok('made'),
  );
  expect(namesIn(folder)).toEqual([...names, 'z']);
});

test('entries that want to be a file and a folder, or one file twice, change nothing (STATE-EXTRACTED)', () => {
  const added = make(host.root, { addVersions: [version('acme.echo', '1.0.0', { a: '', 'a/b': '' })] });
  expect(added).toMatchObject({ failure: { code: 'state.unwritable' } });
  expect(namesIn(host.path('skills')).filter((name) => !['.staging', 'acme.echo'].includes(name))).toEqual([]);
});
