import { Worker } from 'node:worker_threads';

const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

/** A thread that answers each text with the binary that it stands for. */
export function startThread(): Worker {
  const fromSources = import.meta.url.endsWith('.ts');
  const entry = fromSources ? fromTypeScript('./text-thread.ts') : new URL('./text-thread.js', import.meta.url);
  return new Worker(entry, { resourceLimits, execArgv: fromSources ? ['--conditions=palyra-source'] : [] });
}

/** A thread does not inherit the loader that its parent reads the sources with. */
function fromTypeScript(file: string): URL {
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const entry = JSON.stringify(new URL(file, import.meta.url).href);
  return new URL(`data:text/javascript,import{register}from${loader};register();await import(${entry});`);
}
