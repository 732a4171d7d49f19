import { findSkill } from '../../runtime/runner/installed-skills.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { asciiLower } from '../../text/white-space.ts';
import type { InstalledIndex } from '../index/installed-index.ts';
import type { StatusRow } from '../step/types.ts';

interface Asked {
  readonly skillId: string;
  readonly version: string | null;
}

/** The version that a row is looked for of: null is the latest that there is one of, undefined that nothing would run. */
export function versionToJudge(asked: Asked, index: InstalledIndex | undefined): string | null | undefined {
  if (index === undefined) return asked.version;
  // GATE-AS-RUN: found by what the runner finds it by, so the gate judges nothing else.
  return findSkill(index.entries, asked.skillId, asked.version ?? undefined)?.version;
}

/** GATE-ROW-MATCH, GATE-GIVEN-VERSION, GATE-LATEST */
export function decidingRow(rows: readonly StatusRow[], { skillId, version }: Asked): StatusRow | undefined {
  const id = asciiLower(skillId);
  return rows
    .filter((row) => row.skillId === id && (version === null || row.version === version))
    .reduce<StatusRow | undefined>((latest, row) => (latest && isLater(latest, row) ? latest : row), undefined);
}

function isLater(a: StatusRow, b: StatusRow): boolean {
  if (a.detectedAtMs !== b.detectedAtMs) return a.detectedAtMs > b.detectedAtMs;
  if (a.updatedAtUnixMs !== b.updatedAtUnixMs) return a.updatedAtUnixMs > b.updatedAtUnixMs;
  return compareBytes(a.version, b.version) > 0;
}
