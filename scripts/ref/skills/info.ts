import { join } from 'node:path';
import type { Inspection } from '#reference/artifact/inspect.ts';
import type { SkillVersion } from '#reference/lifecycle/index/installed-index.ts';
import { artifactName } from '#reference/state/folder-name.ts';
import { layoutOf } from '#reference/state/layout.ts';
import { versionFolder } from '#reference/state/plan.ts';
import { readState } from '#reference/state/state.ts';
import type { Failure } from '#spec/failure.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { OpenState } from '../state-root.ts';
import { readInstalled } from './installed-artifact.ts';
import { namedRecord } from './selection.ts';
import { readShelf, type ShelfEntry, type ShelfOptions } from './shelf.ts';

export interface SkillInfo {
  readonly entry: ShelfEntry;
  readonly inspection: Inspection;
  /** Where the artifact is kept. */
  readonly path: string;
  /** Why its status is not known, where it should be. */
  readonly problem: Failure | undefined;
}

export function readInfo(
  state: OpenState,
  wanted: { readonly skillId: string; readonly version: string | undefined },
  options: ShelfOptions,
): Result<SkillInfo> {
  const shelf = readShelf(
    state,
    ({ index }) => {
      const record = namedRecord(index, wanted.skillId, wanted.version);
      return record.ok ? ok([record.value]) : record;
    },
    options,
  );
  if (!shelf.ok) return shelf;
  const { entries, problem } = shelf.value;
  const [entry] = entries;
  if (entry === undefined) {
    return fail({ code: 'lifecycle.not-installed', skillId: wanted.skillId, version: wanted.version ?? null });
  }
  if ('problem' in entry.facts) return fail(entry.facts.problem);
  const { record } = entry.inventory;
  const artifact = readState(state.root, (now) => readInstalled(now, record, options.host));
  if (!artifact.ok) return artifact;
  return ok({ entry, inspection: artifact.value.inspection, path: artifactPath(state, record), problem });
}

/** Where an installed artifact is kept. The index holds no version that no folder can be named after. */
export function artifactPath({ root }: OpenState, version: SkillVersion): string {
  const folder = versionFolder(layoutOf(root), version);
  return folder.ok ? join(folder.value, artifactName) : artifactName;
}
