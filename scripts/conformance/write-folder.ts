import { dirname, resolve } from 'node:path';
import { describeFolderProblem, type FolderKind, writeFolder } from '#conformance/export/folder.ts';
import type { ExportSink } from '#conformance/export/sink.ts';
import { makeFolders } from '#reference/disk/make-folders.ts';
import { diskProblem } from '#reference/disk/problem.ts';
import { ok } from '#spec/result.ts';
import type { Outcome } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { refuseHarness } from './harness-failure.ts';

/** Writes the folder that the command line names, and makes those above it. */
export function writeNamedFolder<T>(
  shell: Shell,
  name: string,
  kind: FolderKind,
  write: (sink: ExportSink) => T,
): Outcome<T> {
  const folder = resolve(shell.folder, name);
  try {
    makeFolders(dirname(folder));
  } catch (error) {
    return refuseFolder({ problem: 'disk', folder, detail: diskProblem(error) });
  }
  const written = writeFolder(folder, kind, write);
  return written.ok ? ok(written.value) : refuseFolder(written.problem);
}

function refuseFolder(problem: Parameters<typeof describeFolderProblem>[0]): Outcome<never> {
  return refuseHarness('misuse', 'harness.no-folder', { message: `${describeFolderProblem(problem)}.` });
}
