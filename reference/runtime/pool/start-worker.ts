import { Worker } from 'node:worker_threads';
import type { Progress } from './progress.ts';

/** The stack is of this size whatever the caller's, since it decides how deep a guest may call. */
const resourceLimits = { stackSizeMb: 4, maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

export function startWorker(progress: Progress): Worker {
  const fromSources = import.meta.url.endsWith('.ts');
  const entry = fromSources ? fromTypeScript('./worker.ts') : new URL('./worker.js', import.meta.url);
  const execArgv = fromSources ? ['--conditions=palyra-source'] : [];
  return new Worker(entry, { workerData: progress.shared, resourceLimits, execArgv });
}

/** A worker does not inherit the loader that its parent reads the sources with, nor can it be told of one by a flag. */
function fromTypeScript(file: string): URL {
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const entry = JSON.stringify(new URL(file, import.meta.url).href);
  return new URL(`data:text/javascript,import{register}from${loader};register();await import(${entry});`);
}
