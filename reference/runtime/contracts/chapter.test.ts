import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseJson } from '#spec/json/parse.ts';
import type { Json } from '#spec/json/value.ts';
import { negotiate, negotiationToWire } from './negotiate.ts';
import { readNegotiation } from './read.ts';
import { contractSnapshot, fingerprint } from './snapshot.ts';

const chapter = readFileSync('spec/runtime-contracts.md', 'utf8');

function fences(language: string): readonly string[] {
  return [...chapter.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)\n\`\`\`$`, 'gms'))].map(([, text = '']) => text);
}

function json(text: string | undefined): Json {
  const parsed = parseJson(new TextEncoder().encode(text));
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

describe('what the chapter shows', () => {
  test('its request gives its report', () => {
    const [request, report] = fences('json');
    const read = readNegotiation(json(request));
    const shown = read.ok ? new Map<string, unknown>(Object.entries(negotiationToWire(negotiate(read.value)))) : read;
    expect(shown).toEqual(json(report));
  });

  test('its lines are lines of the snapshot, and its fingerprint that of the whole (CON-FINGERPRINT)', () => {
    const lines = contractSnapshot().split('\n');
    const shown = fences('text');
    expect(shown[0]).toBe(lines[0]);
    expect(lines).toContain(shown[1]);
    expect(chapter).toContain(`\`${fingerprint(contractSnapshot()).toString(16)}\``);
    expect(chapter).toContain(`${contractSnapshot().length.toLocaleString('en')} bytes`);
  });
});
