/** What the parser made of a text: the bytes of a module or of a component, which it does not validate. */
export type Parsed =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly detail: string };

const longestDetail = 200;

/** The one door to the parser, which is loaded by the first text: few modules are written as one. */
export async function parseWat(text: string): Promise<Parsed> {
  const { parse } = await import('@bytecodealliance/jco-transpile/wasm-tools');
  try {
    return { ok: true, bytes: new Uint8Array(await parse(text)) };
  } catch (error) {
    // What it says of a text is the payload of its error; an error without one is a fault of the parser.
    const payload = error instanceof Error ? Reflect.get(error, 'payload') : undefined;
    if (typeof payload !== 'string') throw error;
    return { ok: false, detail: describe(payload) };
  }
}

/** The error arrives as a dump that quotes a whole line; the position stands before it and the reason behind it. */
function describe(dump: string): string {
  const [, line, column] = /text: Some\(Text \{ line: (\d+), col: (\d+),/.exec(dump.slice(0, 200)) ?? [];
  const reason = dump.slice(dump.lastIndexOf(', kind: ') + ', kind: '.length).replace(/[ })]+$/, '');
  const where = line === undefined ? '' : `line ${Number(line) + 1}, column ${Number(column) + 1}: `;
  return `${where}${reason.replace(/^Custom\("|"$/g, '')}`.slice(0, longestDetail);
}
