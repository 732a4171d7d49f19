import { existsSync, readFileSync } from 'node:fs';

/** The version of the package: its manifest stands one folder up from the sources, two from what they compile to. */
export function packageVersion(): string {
  const candidates = ['../package.json', '../../package.json'].map((path) => new URL(path, import.meta.url));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error('package.json is missing from the installation');
  return JSON.parse(readFileSync(found, 'utf8')).version;
}
