import { lstatSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FilesystemIssueCode } from '#spec/plugins.ts';
import { normaliseBindingId } from './normalise.ts';
import { configPathOf } from './parse-bindings.ts';

type Label = 'plugins_root' | 'plugin_root' | 'plugin_config';

/** PLUG-FILESYSTEM: what is wrong with the folders and the file of a plugin. What is not there has no fault. */
export function probePluginFiles(pluginsFolder: string, pluginId: string): readonly FilesystemIssueCode[] {
  const id = normaliseBindingId(pluginId, 'plugin_id');
  if (!id.ok || id.value !== pluginId) return ['invalid_plugin_id'];
  const places: readonly (readonly [Label, string])[] = [
    ['plugins_root', pluginsFolder],
    ['plugin_root', join(pluginsFolder, pluginId)],
    ['plugin_config', join(pluginsFolder, configPathOf(pluginId))],
  ];
  const root = canonical(pluginsFolder);
  return places.flatMap(([label, path]) => faultsOf(label, path, root));
}

function faultsOf(label: Label, path: string, root: string | undefined): readonly FilesystemIssueCode[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  const issues: FilesystemIssueCode[] = [];
  if (found.isSymbolicLink()) issues.push(`${label}_symlink`);
  const place = canonical(path);
  // A link that leads nowhere leads out as well: whoever makes its target decides where.
  const within = place !== undefined && root !== undefined && (place === root || place.startsWith(root + sep));
  if (!within) issues.push(`${label}_escape`);
  // The bits of a link say nothing, and Windows has none.
  const others = 0o022;
  if (process.platform !== 'win32' && !found.isSymbolicLink() && (found.mode & others) !== 0) {
    issues.push(`${label}_writable`);
  }
  return issues;
}

function canonical(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
