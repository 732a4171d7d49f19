import { expect, test } from 'vitest';
import { parseToml } from './parse-toml.ts';

test.each([
  ['[[a.b.c]]\n[a.b]\n[a]\nb.x = 1'],
  ['[[a.b.c]]\n[a.b]\n[a]\nb . x = 1'],
  ['[[a."b".c]]\n[a.\'b\']\n[a]\n"\\u0062".x = 1'],
  ['[[a]]\n[[a.b.c.d]]\n[a.b.c]\n[a.b]\nc.x = 1'],
])('a table with its own header is not reopened by a dotted key: %j (MAN-TOML)', (text) => {
  expect(parseToml(Buffer.from(text))).toMatchObject({ failure: { code: 'manifest.toml-syntax' } });
});

test.each([
  ['[[a]]\n[a.b]\n[[a]]\nb.x = 1'],
  ['[[a.b.c]]\n[a.b]\n[a]\nx.y = 1'],
  ['[[a.b.c]]\n[a.b]\nx.y = 1'],
  ['[[a.b.c]]\n[a.b]\n[[a.b.c]]\nx.y = 1'],
  ['[[a.b]]\n["a.b"]\n[c]\na.b.x = 1'],
  ['[[x]]\n[a]\n[c]\n__proto__.x = 1\na.x = 1'],
])('a dotted key makes tables of its own, in the last element of an array: %j (MAN-TOML)', (text) => {
  expect(parseToml(Buffer.from(text))).toMatchObject({ ok: true });
});
