const lineFeed = 0x0a;

/**
 * The lines of a stream without their line feeds; what follows the last one counts as a line too. One that is longer
 * than `most` bytes ends everything, and is never held as a whole.
 */
export async function* splitLines(
  input: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array | 'too-long'> {
  let begun: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      const rest = chunk.subarray(start, end);
      if (length + rest.length > most) return yield 'too-long';
      yield begun.length === 0 ? rest : Buffer.concat([...begun, rest]);
      begun = [];
      length = 0;
      start = end + 1;
    }
    length += chunk.length - start;
    if (length > most) return yield 'too-long';
    if (start < chunk.length) begun.push(chunk.subarray(start));
  }
  if (length > 0) yield Buffer.concat(begun);
}
