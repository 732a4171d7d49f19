import { diskProblem } from './problem.ts';

/** Of a process that could be seen from here if it ran. */
export function isProcessGone(id: number): boolean {
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return diskProblem(error) === 'ESRCH';
  }
}
