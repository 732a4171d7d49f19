import type { Host, Inspection } from '#reference/artifact/inspect.ts';
import type { InstalledRecord } from '#reference/lifecycle/index/installed-index.ts';
import type { LifecycleState } from '#reference/lifecycle/step/types.ts';
import { factsOf, type SkillFacts } from '#reference/lifecycle/view/facts.ts';
import { type InventoryEntry, inventory } from '#reference/lifecycle/view/inventory.ts';
import { readState, type StateSnapshot } from '#reference/state/state.ts';
import type { Failure } from '#spec/failure.ts';
import { ok, type Result } from '#spec/result.ts';
import type { OpenState } from '../state-root.ts';
import { readInstalled } from './installed-artifact.ts';
import { hasJournal, loadLifecycle, loadStatuses } from './lifecycle-state.ts';

/** What only an artifact says of a version, or why it does not say it. */
type ArtifactFacts =
  | { readonly name: string; readonly toolCount: number; readonly protocolMajor: bigint; readonly minVersion: string }
  | { readonly problem: Failure };

export interface ShelfEntry {
  readonly inventory: InventoryEntry;
  readonly facts: ArtifactFacts;
}

export interface ShelfOptions {
  readonly host: Host;
  readonly device: readonly string[];
  readonly node: readonly string[];
}

export interface Shelf {
  readonly entries: readonly ShelfEntry[];
  /** Why the statuses are not known, where they should be. */
  readonly problem: Failure | undefined;
}

/** All that is installed, or some of it, with what each artifact says. Changes nothing (CMD-CHECK-CHANGES-NOTHING). */
export function readShelf(
  state: OpenState,
  choose: (lifecycle: LifecycleState) => Result<readonly InstalledRecord[]>,
  options: ShelfOptions,
): Result<Shelf> {
  return readState(state.root, (now) => {
    const lifecycle = loadLifecycle(now, { withStatuses: false });
    if (!lifecycle.ok) return lifecycle;
    const chosen = choose(lifecycle.value);
    if (!chosen.ok) return chosen;
    const looked = chosen.value.map((record) => look(now, record, options.host));
    const index = { ...lifecycle.value.index, entries: chosen.value };
    // VIEW-UNREADABLE: what cannot be read is not known, and no reason to say nothing.
    const statuses = hasJournal(state) ? loadStatuses(now) : undefined;
    const { entries } = inventory(
      { ...lifecycle.value, index, statuses: statuses?.ok ? statuses.value : [] },
      {
        statusesReadable: statuses?.ok === true,
        facts: looked.flatMap(({ view }) => (view === undefined ? [] : [view])),
        machine: { host: options.host.runtime, device: new Set(options.device), node: new Set(options.node) },
      },
    );
    return ok({
      entries: entries.flatMap((entry, at) => (looked[at] ? [{ inventory: entry, facts: looked[at].facts }] : [])),
      problem: statuses === undefined || statuses.ok ? undefined : statuses.failure,
    });
  });
}

interface Look {
  readonly view: SkillFacts | undefined;
  readonly facts: ArtifactFacts;
}

/** CMD-LIST-PARTIAL: a problem of one artifact is a fact about it. */
function look(now: StateSnapshot, record: InstalledRecord, host: Host): Look {
  const artifact = readInstalled(now, record, host);
  if (!artifact.ok) return { view: undefined, facts: { problem: artifact.failure } };
  const { manifest } = artifact.value.inspection;
  return { view: factsOf(manifest), facts: shownOf(artifact.value.inspection) };
}

function shownOf({ manifest }: Inspection): ArtifactFacts {
  return {
    name: manifest.name,
    toolCount: manifest.entrypoints.tools.length,
    protocolMajor: manifest.compat.requiredProtocolMajor,
    minVersion: manifest.compat.minPalyraVersion,
  };
}
