import { moduleSource, type PoolRequest } from '#reference/runtime/pool/pending-run.ts';
import { SandboxPool } from '#reference/runtime/pool/sandbox-pool.ts';

/** What a process that still has a thread in a guest would wait for is the end of the guest. */
const leave = () => process.kill(process.pid, 'SIGKILL');

process.once('disconnect', leave);
process.once('message', async ({ module, ...request }: Omit<PoolRequest, 'module'> & { module: Uint8Array }) => {
  const pool = new SandboxPool({ workers: 1 });
  process.send?.(await pool.run({ ...request, module: moduleSource(module) }));
});
