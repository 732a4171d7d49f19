import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PoolOutcome, PoolRequest } from '#reference/runtime/pool/pending-run.ts';
import type { StopCause } from '#spec/runtime.ts';
import type { Shell } from '../../cli/shell.ts';

/**
 * A run in a process of its own, which is killed afterwards: a guest can keep a thread busy beyond its time, and no
 * process ends before its threads do.
 */
export function runIsolated(request: PoolRequest, shell: Pick<Shell, 'whenInterrupted'>): Promise<PoolOutcome> {
  const child = fork(entry(), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: flags(),
  });
  const kill = () => void child.kill('SIGKILL');
  const settled = shell.whenInterrupted(kill);
  return new Promise<PoolOutcome>((resolve) => {
    child.once('message', (outcome: PoolOutcome) => resolve(outcome));
    child.once('error', (error) => resolve(lost(error.message)));
    child.once('exit', (code, signal) => resolve(lost(`its process ended with ${signal ?? code}`)));
    child.send({ ...request, module: request.module.copy() }, (error) => error && resolve(lost(error.message)));
  }).finally(() => {
    settled();
    kill();
  });
}

function lost(detail: string): PoolOutcome {
  const cause: StopCause = { kind: 'engine', detail };
  return { kind: 'lost', outcome: { kind: 'stopped', class: 'execution', cause } };
}

const fromSources = import.meta.url.endsWith('.ts');

function entry(): string {
  return fileURLToPath(fromSources ? new URL('./child.ts', import.meta.url) : new URL('./child.js', import.meta.url));
}

function flags(): string[] {
  return fromSources ? ['--conditions=palyra-source', '--import', import.meta.resolve('tsx')] : [];
}
