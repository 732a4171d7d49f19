/** A string value, in the first of five forms that can hold it; the layout is BUILD-MANIFEST's. */
export function encodeString(text: string): string {
  if (isPlain(text)) {
    if (!text.includes('\n')) {
      const line = encodePlainLine(text);
      if (line !== undefined) return line;
    }
    const start = text.includes('\n') ? '\n' : '';
    if (!text.includes('\\') && !text.includes('"""')) return `"""${start}${text.replaceAll('\t', '\\t')}"""`;
    if (!text.includes("'''")) return `'''${start}${text}'''`;
  }
  return text.includes('\n') ? `"""\n${escapeLines(text)}"""` : `"${escapeLine(text)}"`;
}

export function encodeKey(key: string): string {
  if (/^[A-Za-z0-9_-]+$/.test(key)) return key;
  const line = isPlain(key) && !key.includes('\n') ? encodePlainLine(key) : undefined;
  return line ?? `"${escapeLine(key)}"`;
}

/** Free of control characters, but for tabs and line feeds. A CR is one. */
function isPlain(text: string): boolean {
  return !/[\0-\x08\x0b-\x1f\x7f]/.test(text);
}

function encodePlainLine(text: string): string | undefined {
  if (!/["\\]/.test(text)) return `"${text.replaceAll('\t', '\\t')}"`;
  return text.includes("'") ? undefined : `'${text}'`;
}

function escapeLine(text: string): string {
  return text.replace(/[\0-\x1f"\\\x7f]/g, escapeUnit);
}

/** Line feeds stay, and so do quotes, but never three of them in a row. */
function escapeLines(text: string): string {
  return text.replace(/[\0-\x09\x0b-\x1f\\\x7f]|"""/g, (found) => (found === '"""' ? '""\\"' : escapeUnit(found)));
}

const shortEscapes = new Map([
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

function escapeUnit(unit: string): string {
  return shortEscapes.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
