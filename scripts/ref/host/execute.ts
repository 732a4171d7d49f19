import { moduleSource } from '#reference/runtime/pool/pending-run.ts';
import type { Execute } from '#reference/runtime/runner/execute.ts';
import type { Shell } from '../../cli/shell.ts';
import { runIsolated } from '../run/isolated.ts';

/** Each hook in a process of its own: whatever a module does to it, the host goes on. */
export function isolated(shell: Pick<Shell, 'whenInterrupted'>): Execute {
  return async ({ module, entrypoint, limits, grants, timeoutMs }) => {
    const request = { module: moduleSource(module), entrypoint, limits, grants };
    const ended = await runIsolated({ ...request, timeoutMilliseconds: Number(timeoutMs) }, shell);
    switch (ended.kind) {
      case 'ran':
        return { ok: true, value: ended.report.outcome };
      case 'refused':
        return { ok: false, failure: ended.failure };
      case 'lost':
        return { ok: true, value: ended.outcome };
      case 'aborted':
        return {
          ok: true,
          value: { kind: 'stopped', class: 'execution', cause: { kind: 'engine', detail: 'it was interrupted' } },
        };
      default:
        return ended satisfies never;
    }
  };
}
