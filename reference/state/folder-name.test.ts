import { expect, test } from 'vitest';
import { ok } from '#spec/result.ts';
import { entryParts, folderName, versionFolderName } from './folder-name.ts';

const unsafe = { ok: false, failure: { code: 'state.unsafe-name' } };

test.each([
  ['acme.echo', 'acme.echo'],
  ['a:b', 'a%3ab'],
  ['.', '%2e'],
  ['..', '%2e%2e'],
  ['.staging', '%2estaging'],
  ['a.', 'a%2e'],
  ['con', '%63on'],
  ['con.weather', '%63on.weather'],
  ['lpt1', '%6cpt1'],
  ['console.log', 'console.log'],
  ['installed-index.json', '%69nstalled-index.json'],
  ['audit.ndjson.torn', '%61udit.ndjson.torn'],
  ['trust-store.json', '%74rust-store.json'],
  ['bindings.json', '%62indings.json'],
  ['a'.repeat(255), 'a'.repeat(255)],
])('the skill %s has a folder that is nothing else: %s (STATE-PATHS)', (id, name) => {
  expect(folderName('skill id', id)).toEqual(ok(name));
});

test.each(['', 'A', 'a/b', 'a\\b', ' a', 'a%3ab', 'a\0', 'ä', 'a'.repeat(256), ':'.repeat(86)])(
  'no skill %j has a folder (STATE-PATHS)',
  (id) => expect(folderName('skill id', id)).toMatchObject(unsafe),
);

test('two ids never have one folder, nor two that differ by case (STATE-PATHS)', () => {
  const letters = ['a', '.', ':', '3', 'c', 'o', 'n', '-'];
  let ids = [''];
  for (let length = 0; length < 4; length++) ids = [...ids, ...ids.flatMap((id) => letters.map((next) => id + next))];
  const all = new Set(ids.filter((id) => id !== ''));
  const names = [...all].map((id) => {
    const name = folderName('skill id', id);
    return name.ok ? name.value.toLowerCase() : id;
  });
  expect(new Set(names).size).toBe(all.size);
  expect(names.filter((name) => /^\.|\.$|[:/\\]/.test(name))).toEqual([]);
});

test.each(['1.0.0', '+1.2.3', '10.20.30', '1.0.0-rc.1'])(
  'the folder of a version is the version: %s (STATE-PATHS)',
  (name) => {
    expect(versionFolderName(name)).toEqual(ok(name));
  },
);

test.each(['', 'current', '..', '1/2', '1.0.0 ', ' 1.0.0', '1.', '1:0', '1\\0', '1\0', '1A', `1${'0'.repeat(255)}`])(
  'no version %j has a folder (STATE-PATHS)',
  (name) => expect(versionFolderName(name)).toMatchObject(unsafe),
);

test.each(['../a', 'a/../b', '/a', 'a//b', 'a\\b', 'c:a', '', '.', 'install-metadata.json', 'ARTIFACT.palyra-skill'])(
  'no entry %j is laid down (STATE-PATHS, STATE-EXTRACTED)',
  (name) => expect(entryParts(name)).toMatchObject(unsafe),
);

test('an entry of which a part has more bytes than a name can have is not laid down (STATE-PATHS)', () => {
  expect(entryParts(`assets/${'é'.repeat(127)}a/b`)).toMatchObject({ ok: true });
  expect(entryParts(`assets/${'é'.repeat(128)}/b`)).toMatchObject(unsafe);
});
