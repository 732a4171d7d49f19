import type { Names } from '#spec/constants.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { parsePath } from '../../text/path.ts';
import { trim } from '../../text/white-space.ts';
import type { CheckRecord } from '../audit.ts';
import type { ExaminedModule } from '../module/examine.ts';
import { record } from './record.ts';

/**
 * AUD-ENTRYPOINT: a manifest that says what is run by default says it of a function that can be run. One that says
 * nothing leaves that to whoever calls.
 */
export function entrypointCheck(
  { operator }: Manifest,
  modules: readonly ExaminedModule[],
  { defaultEntrypoint }: Names,
): readonly CheckRecord[] {
  const { defaultModulePath, defaultEntrypoint: declared } = operator.plugin;
  if (defaultModulePath === undefined && declared === undefined) return [];
  const entrypoint = declared === undefined ? defaultEntrypoint : trim(declared);
  const wanted = defaultModulePath === undefined ? undefined : normal(defaultModulePath);
  const asked = modules.filter(({ path }) => wanted === undefined || path === wanted);
  const isThere = asked.some(({ outcome }) => outcome.kind === 'read' && outcome.facts.entrypoints.has(entrypoint));
  const message = isThere
    ? `The default entrypoint ${entrypoint} is there.`
    : `The default entrypoint ${entrypoint} is no function that takes nothing and gives one i32, in ${wanted ?? 'any module'}.`;
  const details = { entrypoint, ...(wanted !== undefined && { module_path: wanted }) };
  return [record('default_entrypoint_export', isThere ? 'pass' : 'fail', message, details)];
}

/** PATH-NORMAL: a manifest with any other text is refused. */
function normal(path: string): string {
  const parsed = parsePath(path);
  return parsed.ok ? parsed.value : path;
}
