import { changeState, readState, type StateRoot } from '#reference/state/state.ts';
import { ok, type Result } from '#spec/result.ts';
import { onFaultyDisk } from './faulty-disk.ts';

/** A process that adds entries to the index of a root. The test starts several of them at once, and kills some. */
const [folder = '', name = '', count = '0', killedAt = ''] = process.argv.slice(2);
const root: StateRoot = { folder, waitMs: 60_000 };

function addOne(at: number): Result<undefined> {
  return changeState(root, (now) => {
    const index = now.index();
    if (!index.ok) return index;
    if (killedAt === 'deciding') process.kill(process.pid, 'SIGKILL');
    const entries = [...(JSON.parse(Buffer.from(index.value ?? '[]').toString()) as string[]), `${name}${at}`];
    const logLines = [{ eventKind: 'skill.installed', timestampUnixMs: 1n, payload: `${name}${at}` }];
    const times = { detectedAtMs: 1n, createdAtUnixMs: 1n, updatedAtUnixMs: 1n };
    const status = {
      skillId: name,
      version: `${at}.0.0`,
      status: 'active',
      reason: null,
      operatorPrincipal: 'p',
      ...times,
    };
    return ok({
      change: { index: Buffer.from(JSON.stringify(entries)), logLines, statuses: [status] },
      value: undefined,
    });
  });
}

function addAll(): void {
  for (let at = 0; at < Number(count); at++) {
    const added = addOne(at);
    if (!added.ok) throw new Error(JSON.stringify(added.failure));
  }
}

if (/^\d+$/.test(killedAt)) {
  const kill = (at: number) => {
    if (at === Number(killedAt)) process.kill(process.pid, 'SIGKILL');
  };
  // Nothing is to be written by a process whose first call was the last.
  readState(root, (now) => now.statuses());
  onFaultyDisk({ root: folder, graveyard: folder }, undefined, addAll, kill);
} else {
  addAll();
}
