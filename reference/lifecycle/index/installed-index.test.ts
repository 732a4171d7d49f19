import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { currentOf, emptyIndex, encodeIndex, indexFromJson, parseIndex } from './installed-index.ts';

const chapter = readFileSync('spec/lifecycle.md', 'utf8');
const [, shown = ''] = /^```json\n(.*?)\n```$/ms.exec(chapter) ?? [];

function record(skillId: string, version: string, more: readonly (readonly [string, Json])[] = []): JsonObject {
  return new Map<string, Json>([
    ['skill_id', skillId],
    ['version', version],
    ['publisher', 'acme'],
    ['current', false],
    ['installed_at_unix_ms', 0n],
    ['artifact_sha256', ''],
    ['payload_sha256', ''],
    ['signature_key_id', ''],
    ['trust_decision', ''],
    ['source', new Map(Object.entries({ kind: '', reference: '' }))],
    ...more,
  ]);
}

function document(entries: readonly Json[]): JsonObject {
  return new Map<string, Json>([
    ['schema_version', 1n],
    ['updated_at_unix_ms', 0n],
    ['entries', entries],
  ]);
}

describe('the index file', () => {
  test('what the chapter shows is read, and written as it is shown', () => {
    const index = parseIndex(Buffer.from(shown));
    if (!index.ok) throw new Error(index.failure.code);
    expect(Buffer.from(encodeIndex(index.value)).toString()).toBe(shown);
    expect(currentOf(index.value, 'acme.echo')?.version).toBe('1.0.0');
  });

  test('no file is no skills (IDX-ABSENT)', () => {
    expect(parseIndex(undefined)).toEqual({ ok: true, value: emptyIndex });
  });

  test('the fields of what is kept as it is may be repeated; those of a record may not (IDX-REPEATED)', () => {
    const withScan = shown.replace(
      '"missing_secrets": []',
      '"missing_secrets": [], "security_scan": {"a": {"b": 1, "b": 2}}',
    );
    expect(parseIndex(Buffer.from(withScan))).toMatchObject({ ok: true });
    const twice = shown.replace('"current": true,', '"current": true, "current": true,');
    expect(parseIndex(Buffer.from(twice))).toMatchObject({ failure: { code: 'index.shape' } });
  });
});

describe('bounds (IDX-BULK)', () => {
  test('one hundred thousand records are read in order, and one more is refused', () => {
    const records = Array.from({ length: 100_001 }, (_, place) => record(`a.s${place % 400}`, `1.${place}.0`));
    const index = indexFromJson(document(records.slice(0, 100_000)));
    if (!index.ok) throw new Error(index.failure.code);
    expect(index.value.entries.filter(({ current }) => current)).toHaveLength(400);
    expect(currentOf(index.value, 'a.s0')?.version).toBe('1.99600.0');
    expect(indexFromJson(document(records))).toMatchObject({ failure: { code: 'index.too-large' } });
  });

  test('a text of 4,096 bytes is read, and one of 4,097 is refused', () => {
    const text = (length: number) => document([record('a', '1.0.0', [['trust_decision', 'x'.repeat(length)]])]);
    expect(indexFromJson(text(4096))).toMatchObject({ ok: true });
    expect(indexFromJson(text(4097))).toMatchObject({ failure: { code: 'index.too-large' } });
  });

  test('1,000 missing secrets are read, and 1,001 are refused', () => {
    const secret = new Map(Object.entries({ scope: 'global', key: 'a' }));
    const secrets = (length: number) =>
      document([record('a', '1.0.0', [['missing_secrets', Array.from({ length }, () => secret)]])]);
    expect(indexFromJson(secrets(1000))).toMatchObject({ ok: true });
    expect(indexFromJson(secrets(1001))).toMatchObject({ failure: { code: 'index.too-large' } });
  });
});
