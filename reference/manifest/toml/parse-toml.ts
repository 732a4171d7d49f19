import { isUtf8 } from 'node:buffer';
import { parse, TomlError } from 'smol-toml';
import { fail, ok, type Result } from '#spec/result.ts';
import { applyEdits } from './edit.ts';
import { scanToml } from './scan.ts';
import type { TomlTable } from './value.ts';

/** The one door to smol-toml: its exceptions become failures, and it meets no dates, since `scanToml` edits them out. */
export function parseToml(bytes: Uint8Array): Result<TomlTable> {
  const document = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!isUtf8(document)) return fail({ code: 'manifest.not-utf8' });
  const edits = scanToml(document);
  if (!edits.ok) return edits;
  const edited = edits.value.length === 0 ? document : applyEdits(document, edits.value);
  try {
    return ok(parse(edited.toString(), { integersAsBigInt: true }) as TomlTable);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return fail({ code: 'manifest.toml-syntax', detail: firstLine(error.message), line: error.line });
  }
}

/** Without the excerpt of the text that follows, which is as long as the text's own lines. */
function firstLine(message: string): string {
  const [line = ''] = message.split('\n', 1);
  return line.replace('Invalid TOML document: ', '');
}
