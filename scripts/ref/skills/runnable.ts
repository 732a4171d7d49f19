import type { Host } from '#reference/artifact/inspect.ts';
import { runtimeStatusOf, statusTable } from '#reference/lifecycle/view/runtime-status.ts';
import { readState } from '#reference/state/state.ts';
import { artifactExtension } from '#spec/constants.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { OpenState } from '../state-root.ts';
import { readInstalled } from './installed-artifact.ts';
import { loadLifecycle } from './lifecycle-state.ts';
import { namedRecord } from './selection.ts';

interface Runnable {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** CMD-RUN-GATE: the artifact of an installed skill, where its status lets it be run. */
export function readRunnable(
  { root }: OpenState,
  wanted: { readonly skillId: string; readonly version: string | undefined },
  host: Host,
): Result<Runnable> {
  return readState(root, (now) => {
    const lifecycle = loadLifecycle(now, { withStatuses: true });
    if (!lifecycle.ok) return lifecycle;
    const record = namedRecord(lifecycle.value.index, wanted.skillId, wanted.version);
    if (!record.ok) return record;
    const { skillId, version } = record.value;
    const { status } = runtimeStatusOf(statusTable(lifecycle.value.statuses), record.value);
    if (status !== 'active') return fail({ code: 'installed.not-active', skillId, version, status });
    const artifact = readInstalled(now, record.value, host);
    if (!artifact.ok) return artifact;
    return ok({ path: `${skillId}-${version}${artifactExtension}`, bytes: artifact.value.bytes });
  });
}
