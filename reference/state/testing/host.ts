import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { ok, type Result } from '#spec/result.ts';
import { changeState, readState, type StateChange, type StateRoot, type StateSnapshot } from '../state.ts';

/** A root of its own for each test of a file. */
export function ownRoot(): { readonly root: StateRoot; path(...parts: readonly string[]): string } {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'palyra-state-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    get root() {
      return { folder: join(folder, 'root'), waitMs: 50 };
    },
    path: (...parts) => join(folder, 'root', ...parts),
  };
}

export function make(root: StateRoot, change: StateChange): Result<'made'> {
  return changeState(root, () => ok({ change, value: 'made' as const }));
}

export function seen<T>(root: StateRoot, look: (now: StateSnapshot) => Result<T>): T {
  const value = readState(root, look);
  if (!value.ok) throw new Error(JSON.stringify(value.failure));
  return value.value;
}

export function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}

export function version(skillId: string, name = '1.0.0', entries: Readonly<Record<string, string>> = { 'a/b': 'c' }) {
  const map = new Map(Object.entries(entries).map(([path, text]) => [path, bytes(text)]));
  return { skillId, version: name, entries: map, artifact: bytes('artifact'), metadata: bytes('metadata') };
}

export function line(eventKind: string) {
  return { eventKind, timestampUnixMs: 5n, payload: new Map([['skill_id', 'acme.echo']]) };
}

export function status(skillId: string, value = 'active', at = 1n) {
  const times = { detectedAtMs: at, createdAtUnixMs: at, updatedAtUnixMs: at };
  return { skillId, version: '1.0.0', status: value, reason: null, operatorPrincipal: 'user:local', ...times };
}

export function event(eventId: string) {
  const caller = { principal: 'user:local', deviceId: 'device', channel: null };
  return { eventId, kind: 4, actor: 3, ...caller, payload: new Map([['event', eventId]]), recordedAtUnixMs: 7n };
}

/** Of what is in a folder, and below it. */
export function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
}
