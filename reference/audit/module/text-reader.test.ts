import { expect, test } from 'vitest';
import { TextReader } from './text-reader.ts';

const text = (source: string) => new Uint8Array(Buffer.from(source)) as Uint8Array<ArrayBuffer>;

test('a thread that has read for one audit reads for the next ones (AUD-BOUNDED)', async () => {
  for (let audit = 0; audit < 4; audit++) {
    const reader = new TextReader();
    expect(await reader.read(text('(module (func))'))).toMatchObject({ ok: true });
    expect(await reader.read(text('(module'))).toMatchObject({
      ok: false,
      failure: { code: 'runtime.malformed-text' },
    });
    await reader.close();
  }
});

test('a text that takes too long is given up, and so are those behind it (AUD-BOUNDED)', async () => {
  const reader = new TextReader(0.001);
  const long = text(`(module ${'(func) '.repeat(50_000)})`);
  expect(await reader.read(long)).toMatchObject({ ok: false });
  expect(await reader.read(long)).toMatchObject({ ok: false });
  await reader.close();
});
