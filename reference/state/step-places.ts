import { versionFolderName } from './folder-name.ts';

/** STATE-PATHS: what steps may name, relative to the root. Whoever plants a transaction can do no more than a change can. */

const prepared = /^(?:skills|hooks|plugins)\/\.staging\/[0-9a-f]{16}$/;
const preparedStore = /^(?:[^\\/\0]+\.)?[0-9a-f]{16}$/;
/** As `folderName` makes them: no dot in front. */
const skill = /^skills\/[a-z0-9_%-][a-z0-9._%-]*$/;
const pluginConfig = /^plugins\/[a-z0-9_%-][a-z0-9._%-]*\/config\.json$/;
const documents: ReadonlySet<string> = new Set([
  'skills/installed-index.json',
  'hooks/bindings.json',
  'plugins/bindings.json',
]);

export function isPrepared(value: unknown): value is string {
  return matches(prepared, value);
}

export function isPreparedStore(value: unknown): value is string {
  return matches(preparedStore, value);
}

export function isSkill(value: unknown): value is string {
  return matches(skill, value);
}

export function isVersion(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const cut = value.lastIndexOf('/');
  return isSkill(value.slice(0, cut)) && isVersionName(value.slice(cut + 1));
}

export function isVersionName(value: unknown): value is string {
  return typeof value === 'string' && versionFolderName(value).ok;
}

export function isPluginConfig(value: unknown): value is string {
  return matches(pluginConfig, value);
}

export function isWholeFile(value: unknown): value is string {
  return isPluginConfig(value) || (typeof value === 'string' && documents.has(value));
}

function matches(pattern: RegExp, value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value);
}
