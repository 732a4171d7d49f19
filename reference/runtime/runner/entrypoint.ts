import { trim } from '../../text/white-space.ts';
import { type RunnerResult, refuse } from './failure.ts';

/** An export with a capital or a dot in its name cannot be reached. */
export function parseEntrypoint(given: string | undefined, fallback: string): RunnerResult<string> {
  if (given === undefined) return { ok: true, value: fallback };
  const name = trim(given);
  if (!/^[a-z0-9_-]+$/.test(name)) return refuse({ code: 'runner.bad-entrypoint', value: given });
  return { ok: true, value: name };
}
