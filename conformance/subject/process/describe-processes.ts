import { quote } from '#spec/failure/evidence.ts';

/** `3 processes: "sh, sleep × 2"` */
export function describeProcesses(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const tallied = Array.from(counts, ([name, count]) => (count === 1 ? name : `${name} × ${count}`));
  return `${names.length} ${names.length === 1 ? 'process' : 'processes'}: ${quote(tallied.join(', '))}`;
}
