import { lstatSync } from 'node:fs';
import { diskProblem } from '../disk/problem.ts';
import { type FileRead, readRegularFile } from '../disk/read-file.ts';

export const leadsNowhere = 'it is a link that leads nowhere';

/** STATE-READ: as `readRegularFile`; a link to a disk that is not mounted is another problem than ENOENT. */
export function readStateFile(path: string, limit: number): FileRead {
  const file = readRegularFile(path, limit);
  if (file.kind !== 'problem' || file.detail !== 'ENOENT') return file;
  try {
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    return isLink ? { kind: 'problem', detail: leadsNowhere } : file;
  } catch (error) {
    return { kind: 'problem', detail: diskProblem(error) };
  }
}
