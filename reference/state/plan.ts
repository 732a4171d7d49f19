import { join } from 'node:path';
import { fail, ok, type Result } from '#spec/result.ts';
import { encodeLine, longestLine, problemOf } from './audit-line.ts';
import type { AuditLine, StateChange, StatusRow, VersionFiles, VersionName } from './change.ts';
import { entryParts, folderName, versionFolderName } from './folder-name.ts';
import { type Layout, largestFile } from './layout.ts';

/** A change whose every name has a place and whose every value can be kept, so that nothing of it can fail later on. */
export interface ChangePlan {
  readonly change: StateChange;
  readonly added: readonly { readonly path: string; readonly files: VersionFiles }[];
  readonly removed: readonly string[];
  readonly links: readonly { readonly folder: string; readonly to: string | null }[];
  readonly configs: readonly { readonly path: string; readonly bytes: Uint8Array | undefined }[];
  readonly lines: string;
}

export function planChange(layout: Layout, change: StateChange): Result<ChangePlan> {
  const added: { path: string; files: VersionFiles }[] = [];
  for (const files of change.addVersions ?? []) {
    const path = versionFolder(layout, files);
    if (!path.ok) return path;
    for (const name of files.entries.keys()) {
      const parts = entryParts(name);
      if (!parts.ok) return parts;
    }
    added.push({ path: path.value, files });
  }
  const removed: string[] = [];
  for (const name of change.removeVersions ?? []) {
    const path = versionFolder(layout, name);
    if (!path.ok) return path;
    // One that is laid down anew is replaced by that.
    if (!added.some((other) => other.path === path.value)) removed.push(path.value);
  }
  const links: { folder: string; to: string | null }[] = [];
  for (const [skillId, version] of change.currentLinks ?? []) {
    const folder = folderName('skill id', skillId);
    if (!folder.ok) return folder;
    const to = version === undefined ? ok(null) : versionFolderName(version);
    if (!to.ok) return to;
    links.push({ folder: join(layout.skills, folder.value), to: to.value });
  }
  const configs: { path: string; bytes: Uint8Array | undefined }[] = [];
  for (const [pluginId, bytes] of change.pluginConfigs ?? []) {
    const path = pluginConfigPath(layout, pluginId);
    if (!path.ok) return path;
    configs.push({ path: path.value, bytes });
  }
  const lines = encodeLines(layout, change.logLines ?? []);
  if (!lines.ok) return lines;
  for (const bytes of [change.index, change.trustStore, change.hooks, change.plugins, ...configs.map((c) => c.bytes)]) {
    if ((bytes?.length ?? 0) > largestFile)
      return unwritable(layout.folder, `a file would have more than ${largestFile} bytes`);
  }
  const rows = checkValues(layout, change);
  return rows.ok ? ok({ change, added, removed, links, configs, lines: lines.value }) : rows;
}

export function versionFolder({ skills }: Layout, { skillId, version }: VersionName): Result<string> {
  const skill = folderName('skill id', skillId);
  if (!skill.ok) return skill;
  const folder = versionFolderName(version);
  return folder.ok ? ok(join(skills, skill.value, folder.value)) : folder;
}

export function pluginConfigPath({ areas }: Layout, pluginId: string): Result<string> {
  const folder = folderName('plugin id', pluginId);
  return folder.ok ? ok(join(areas[2] ?? '', folder.value, 'config.json')) : folder;
}

/** A line that its own reader would take for a torn one is not written. */
function encodeLines({ log }: Layout, lines: readonly AuditLine[]): Result<string> {
  const encoded: string[] = [];
  for (const line of lines) {
    const text = encodeLine(line);
    const bytes = Buffer.from(text);
    if (bytes.length > longestLine) return unwritable(log, `a line would have more than ${longestLine} bytes`);
    if (problemOf(bytes.subarray(0, -1)) !== undefined) return unwritable(log, 'a line could not be read back');
    encoded.push(text);
  }
  return ok(encoded.join(''));
}

/** The database would refuse such a number, or cut such a text, and by then the change is decided. */
function checkValues({ journal }: Layout, { statuses = [], events = [] }: StateChange): Result<undefined> {
  const times = (row: StatusRow) => [row.detectedAtMs, row.createdAtUnixMs, row.updatedAtUnixMs];
  const isKept =
    [...statuses.flatMap(times), ...events.map((event) => event.recordedAtUnixMs)].every(
      (time) => BigInt.asIntN(64, time) === time,
    ) && events.every(({ kind, actor }) => Number.isSafeInteger(kind) && Number.isSafeInteger(actor));
  if (!isKept) return unwritable(journal, 'a number does not fit into 64 bits');
  const texts = [...statuses, ...events.map(({ payload, ...row }) => row)].flatMap((row) => Object.values(row));
  const isCut = texts.some((text) => typeof text === 'string' && text.includes('\0'));
  return isCut ? unwritable(journal, 'a text has a character that ends it') : ok(undefined);
}

function unwritable(path: string, detail: string) {
  return fail({ code: 'state.unwritable', path, detail });
}
