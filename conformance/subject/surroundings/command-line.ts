import { statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';

const [named, relative] = process.platform === 'win32' ? [/[/\\]/, /^\.\.?[/\\]/] : [/\//, /^\.\.?\//];

/**
 * The words of a command line as they have to be in another folder: a program named by a path, a path that begins with
 * `./` or `../`, and the name of a file below the caller's folder become absolute. Whatever else is a path is not ours
 * to guess.
 */
export function inOtherFolder(argv: readonly string[], folder: string): readonly string[] {
  return argv.map((word, index) => {
    const isPath = index === 0 ? named.test(word) : relative.test(word) || isFileBelow(word, folder);
    return isPath ? resolve(folder, word) : word;
  });
}

function isFileBelow(word: string, folder: string): boolean {
  if (word === '' || isAbsolute(word)) return false;
  try {
    return statSync(resolve(folder, word), { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

/** As it could be typed again. */
export function showCommandLine(argv: readonly string[]): string {
  return argv.map((word) => (/^[\w@%+=:,./\\-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ');
}
