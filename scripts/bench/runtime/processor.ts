/** The time that the processor has given to this process, in milliseconds: a busy machine takes it away at any moment. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function timeOf(work: () => void): number {
  const start = processorTime();
  work();
  return processorTime() - start;
}
