import type { Rerun } from './model.ts';

/** The command that asks only this case again, as the other renderings have it too. */
export function rerunCommand(id: string, { seed, subject }: Rerun): string {
  return `palyra-conformance run --case ${shellWord(id)}${seeded(seed)} -- ${subject}`;
}

/** The command that writes the request of this case, its blobs, its twin and its clause to a folder. */
export function extractCommand(id: string, { seed }: Rerun): string {
  return `palyra-conformance extract ${shellWord(id)} ./case${seeded(seed)}`;
}

function seeded(seed: string | null): string {
  return seed === null ? '' : ` --seed ${shellWord(seed)}`;
}

/** As a POSIX shell reads it: a report from elsewhere must not smuggle a command into what a person pastes. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
