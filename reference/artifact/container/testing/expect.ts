import { expect } from 'vitest';
import type { FailureCode } from '#spec/failure.ts';
import { readArchive } from '../read.ts';
import { archiveOf, type File, type Layout } from './archive-bytes.ts';

/** What the archive holds, as texts; fails where it is refused. */
export function expectRead(files: readonly File[], layout?: Layout): Record<string, string> {
  return readTexts(archiveOf(files, layout));
}

export function readTexts(bytes: Uint8Array): Record<string, string> {
  const archive = readArchive(bytes);
  expect(archive).toMatchObject({ ok: true });
  return archive.ok ? Object.fromEntries([...archive.value.entries].map(([k, v]) => [k, String(Buffer.from(v))])) : {};
}

export function expectRefused(code: FailureCode, files: readonly File[], layout?: Layout): void {
  expectRefusedBytes(code, archiveOf(files, layout));
}

export function expectRefusedBytes(code: FailureCode, bytes: Uint8Array): void {
  expect(readArchive(bytes)).toMatchObject({ ok: false, failure: { code } });
}
