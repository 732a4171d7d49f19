/** What a file or a folder of a subject can come to by what the subject does, and a program by what it is. */
const doneBySubject = [
  ...['EEXIST', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENXIO', 'EACCES', 'EPERM', 'EBUSY'],
  ...['ENOEXEC', 'ETXTBSY', 'E2BIG'],
];

export function isDoneBySubject(error: unknown): boolean {
  return doneBySubject.includes(codeOf(error));
}

/** The code of an error that may be the subject's doing. Any other is thrown: a full disk, say, accuses nobody. */
export function codeToBlame(error: unknown): string {
  if (!isDoneBySubject(error)) throw error;
  return codeOf(error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
