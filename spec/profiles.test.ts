import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ProfileId, profileAliases, profileIds, profileManifests } from './profiles.ts';

const chapter = readFileSync('spec/lifecycle-profiles.md', 'utf8');

/** The cells of the table that begins with these columns, without their marks. */
function table(...columns: readonly string[]): readonly (readonly string[])[] {
  const lines = chapter.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${columns.join(' | ')} |`));
  const rows = lines.slice(head + 2);
  return rows.slice(0, rows.indexOf('')).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

/** The rows of one profile, whose id stands in the first of them only. */
function rowsOf(id: ProfileId, rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let current = '';
  return rows.flatMap(([profile = '', ...cells]) => {
    if (profile !== '') current = profile;
    return current === id && cells.some((cell) => cell !== '') ? [cells] : [];
  });
}

describe.each(profileIds)('the chapter and the data say the same of %s', (id) => {
  const manifest = profileManifests[id];

  test('its spellings (PROF-ALIASES)', () => {
    expect(table('id', 'spellings').find(([name]) => name === id)).toEqual([id, profileAliases[id].join(', ')]);
  });

  test('its mode and binding (PROF-BINDING)', () => {
    const row = table('profile', '`deployment_mode`').find(([names = '']) => names.split(', ').includes(id));
    expect(row?.[1]).toBe(manifest.deploymentMode);
    expect([manifest.profileId, manifest.bindProfile]).toEqual([id, 'loopback_only']);
  });

  test('its capabilities (PROF-CAPABILITIES)', () => {
    const data = manifest.capabilities.map((each) => [each.id, String(each.enabledByDefault), each.posture]);
    expect(rowsOf(id, table('profile', 'id', 'enabled by default'))).toEqual(data);
  });

  test('its defaults, and their types (PROF-DEFAULTS)', () => {
    const rows = table('path', '`local`', '`single-vm`', '`worker-enabled`');
    const column = 1 + profileIds.indexOf(id);
    const told = rows.map((cells) => [cells[0], cells[column]]).filter(([, value]) => value !== '');
    expect(manifest.defaults.map(({ configPath, value }) => [configPath, String(value.value)])).toEqual(told);
    const types = { string: 'string', boolean: 'boolean', bigint: 'integer' } as const;
    for (const { value } of manifest.defaults) {
      expect(value.kind).toBe(types[typeof value.value as keyof typeof types]);
    }
  });

  test('its blockers (PROF-BLOCKERS)', () => {
    const [, codes] = table('profile', 'codes').find(([name]) => name === id) ?? [];
    expect(manifest.blockers.map(({ code }) => code).join(', ')).toBe(codes);
  });

  test('its preflights (PROF-PREFLIGHTS)', () => {
    const data = manifest.healthPreflights.map((each) => [each.id, String(each.required), each.scope]);
    expect(rowsOf(id, table('profile', 'id', 'required'))).toEqual(data);
  });

  test('its recipes (PROF-RECIPES)', () => {
    const data = manifest.recipeTargets.map((each) => [each.kind, each.path, each.service]);
    const told = rowsOf(id, table('profile', 'kind')).map(([kind, path, service]) => [
      kind,
      `infra/deployment/${path}`,
      service,
    ]);
    expect(told).toEqual(data);
  });
});
