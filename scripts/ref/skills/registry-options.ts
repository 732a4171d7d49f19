import { ok } from '#spec/result.ts';
import type { OptionTable } from '../../cli/options.ts';
import { type Outcome, refuse } from '../../cli/problem.ts';

export const registryOptions = {
  'registry-dir': { kind: 'value', shows: 'folder', about: 'A folder of artifacts, at any depth.' },
  'registry-url': { kind: 'value', shows: 'url', about: 'Not supported, and refused with exit code 5.' },
} as const satisfies OptionTable;

export function refuseRemote(url: string | undefined): Outcome<undefined> {
  const detail = 'this program fetches nothing from the network';
  return url === undefined ? ok(undefined) : refuse({ code: 'cli.unsupported', option: '--registry-url', detail });
}
