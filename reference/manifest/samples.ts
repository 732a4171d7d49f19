import type { Manifest } from './manifest.ts';
import { parseManifest } from './parse.ts';

/** The smallest manifest that is accepted. Tests change one thing in it, or add one behind it. */
export const minimalText = `manifest_version = 2
skill_id = "acme.echo"
name = "Echo"
version = "1.2.3"
publisher = "acme"

[[entrypoints.tools]]
id = "acme.say"
name = "say"
description = "Says it again"
input_schema = { type = "object" }
output_schema = {}

[compat]
required_protocol_major = 1
min_palyra_version = "0.1.0"
`;

export function replaced(found: string, replacement: string, text = minimalText): string {
  if (text.split(found).length !== 2) throw new Error(`not once in the text: ${found}`);
  return text.replace(found, () => replacement);
}

export function extended(lines: string): string {
  return `${minimalText}\n${lines}\n`;
}

/** The code of the failure, or `accepted`. */
export function verdictOn(text: string): string {
  const result = parseManifest(Buffer.from(text));
  return result.ok ? 'accepted' : result.failure.code;
}

export function parsed(text: string): Manifest {
  const result = parseManifest(Buffer.from(text));
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
