/** How much of the processor the threads of this process have had. */
export class ProcessorTime {
  #now = performance.now();
  #used = usedMilliseconds();

  /** What each of so many busy threads has had since the last question, at most. */
  share(threads: number): number {
    const [now, used] = [performance.now(), usedMilliseconds()];
    const share = Math.min(now - this.#now, (used - this.#used) / Math.max(threads, 1));
    this.#now = now;
    this.#used = used;
    return share;
  }
}

function usedMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
