import type { ProcessTree } from './process-tree.ts';
import { readProc } from './processes.ts';

const lookMs = 250;
/** How often new processes are looked for, which takes time on a machine that has many: of that, no more than a part. */
const searchMs = 1000;
const searchPart = 1 / 50;

/** Linux only. Until the returned function is called, or until the limit was passed for the first time. */
export function watchMemory(tree: ProcessTree, limit: number, onAbove: () => void): () => void {
  if (process.platform !== 'linux') return () => {};
  let nextSearch = 0;
  const timer = setInterval(() => {
    const start = performance.now();
    if (start >= nextSearch) {
      tree.members();
      nextSearch = start + Math.max(searchMs, (performance.now() - start) / searchPart);
    }
    if (!isAbove(tree, limit)) return;
    clearInterval(timer);
    onAbove();
  }, lookMs).unref();
  return () => clearInterval(timer);
}

/** What is quick to tell counts shared memory as often as there are processes; what is exact is not always told. */
function isAbove(tree: ProcessTree, limit: number): boolean {
  if (sumOf(tree, 'status', /^VmRSS:\s+(\d+)/m) <= limit) return false;
  const exact = sumOf(tree, 'smaps_rollup', /^Pss:\s+(\d+)/m);
  return exact === 0 || exact > limit;
}

function sumOf(tree: ProcessTree, file: 'status' | 'smaps_rollup', kibibytes: RegExp): number {
  let sum = 0;
  for (const pid of tree.known) sum += 1024 * Number(kibibytes.exec(readProc(pid, file))?.[1] ?? 0);
  return sum;
}
