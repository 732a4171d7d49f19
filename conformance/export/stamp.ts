import type { Parameters } from '#spec/subject.ts';
import { suiteIdentity } from '../identity.ts';

/** The last file of an export: what the folder is, and of which suite. */
export function stampText(
  format: string,
  { names, runtime }: Parameters,
  more: Readonly<Record<string, unknown>>,
): string {
  const { version, protocolMajor } = runtime;
  const parameters = { names, runtime: { version, protocolMajor: Number(protocolMajor) } };
  return `${JSON.stringify({ format, suite: suiteIdentity, parameters, ...more }, null, 2)}\n`;
}
