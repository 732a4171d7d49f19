import { expect, test } from 'vitest';
import { ok } from '#spec/result.ts';
import { bytes, event, line, make, ownRoot, seen, status } from './testing/host.ts';

const host = ownRoot();

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  return { value: work(), ms: performance.now() - start };
}

test('ten thousand versions are written, read and planned over in seconds', () => {
  const ids = Array.from({ length: 10_000 }, (_, at) => `acme.s${at}`);
  const index = bytes(JSON.stringify(ids.map((id) => ({ id, more: 'x'.repeat(1000) }))));
  const change = { index, statuses: ids.map((id) => status(id)), events: ids.map(event), logLines: ids.map(line) };
  const made = timed(() => make(host.root, change));
  expect(made.value).toEqual(ok('made'));
  const read = timed(() =>
    seen(host.root, (now) => {
      const rows = now.statuses();
      const artifacts = ids.map((id) => now.artifact(id, '1.0.0', 1));
      const lines = now.wrongLogLines();
      const file = now.index();
      const isSame = file.ok && Buffer.compare(file.value ?? bytes(''), index) === 0;
      return ok([isSame, rows.ok && rows.value.length, artifacts.length, lines]);
    }),
  );
  expect(read.value).toEqual([true, 10_000, 10_000, ok([])]);
  // An order of magnitude above what it takes, and two below what anything quadratic would.
  expect(made.ms + read.ms).toBeLessThan(20_000);
  expect(timed(() => make(host.root, { statuses: [status('acme.s1', 'quarantined')] })).ms).toBeLessThan(2000);
});
