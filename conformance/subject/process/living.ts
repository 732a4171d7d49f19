/** Something that must not outlive this program. */
export interface Living {
  /** Without waiting for anything that needs the event loop. */
  endNow(): void;
}

const living = new Set<Living>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function enterLiving(one: Living): void {
  if (living.size === 0) {
    process.on('exit', killAllSubjects);
    // First of all listeners, so that it can be told whether there are others.
    for (const signal of signals) process.prependListener(signal, onSignal);
  }
  living.add(one);
}

export function leaveLiving(one: Living): void {
  living.delete(one);
  if (living.size > 0) return;
  process.off('exit', killAllSubjects);
  for (const signal of signals) process.off(signal, onSignal);
}

/** Ends every process of every subject and removes their folders; for a program that is about to leave. */
function killAllSubjects(): void {
  for (const one of living) one.endNow();
}

/** What the signal would have done without a listener is done, unless somebody else listens and decides. */
function onSignal(signal: NodeJS.Signals): void {
  killAllSubjects();
  if (process.listenerCount(signal) > 1) return;
  process.off(signal, onSignal);
  process.kill(process.pid, signal);
}
