import { parseJson } from '#spec/json/parse.ts';
import { encodePrettyJson } from '#spec/json/write.ts';
import { wireLimits } from '#spec/protocol.ts';

/** A message of our own with line breaks, for people. */
export function prettyMessage(line: string): string {
  const parsed = parseJson(Buffer.from(line), wireLimits.depth);
  if (!parsed.ok) throw new Error(`a message of our own cannot be read: ${parsed.problem}`);
  return `${encodePrettyJson(parsed.value)}\n`;
}
