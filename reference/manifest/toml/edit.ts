/** A stretch of a document and the ASCII text that stands in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits are in the order of the document and do not touch each other. */
export function applyEdits(document: Buffer, edits: readonly Edit[]): Buffer {
  let length = document.length;
  for (const { start, end, text } of edits) length += text.length - (end - start);
  const edited = Buffer.alloc(length);
  let from = 0;
  let to = 0;
  for (const { start, end, text } of edits) {
    to += document.copy(edited, to, from, start);
    to += edited.write(text, to, 'latin1');
    from = end;
  }
  document.copy(edited, to, from);
  return edited;
}
