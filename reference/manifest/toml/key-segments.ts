import { parse, type TomlTable } from 'smol-toml';

/** The parts of a dotted key as they read without their quotes, or undefined where one of them is malformed. */
export function keySegments(text: string): readonly string[] | undefined {
  if (!/["']/.test(text)) return text.split('.').map((segment) => segment.trim());
  const segments: string[] = [];
  let table: unknown = tryParse(`${text} = 0`);
  while (typeof table === 'object' && table !== null) {
    const [entry] = Object.entries(table);
    if (entry === undefined) return undefined;
    segments.push(entry[0]);
    table = entry[1];
  }
  return table === 0 ? segments : undefined;
}

/** What cannot be read here is refused with its reason where the whole document is read. */
function tryParse(document: string): TomlTable | undefined {
  try {
    return parse(document);
  } catch {
    return undefined;
  }
}
