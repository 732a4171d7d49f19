import { diskProblem } from '../disk/problem.ts';

/** Thrown within this folder where the disk is not as it has to be; the door makes a failure of it. */
export class StateTrouble extends Error {
  readonly path: string;

  constructor(path: string, detail: string) {
    super(detail);
    this.path = path;
  }
}

/** Of what node:fs threw as well. Anything else is a mistake of ours and goes on. */
export function troubleOf(error: unknown, path: string): { readonly path: string; readonly detail: string } {
  if (error instanceof StateTrouble) return { path: error.path, detail: error.message };
  if (!(error instanceof Error) || !('syscall' in error || 'code' in error)) throw error;
  const at = 'path' in error && typeof error.path === 'string' ? error.path : path;
  return { path: at, detail: diskProblem(error) };
}
