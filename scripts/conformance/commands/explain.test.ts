import { afterAll, expect, test } from 'vitest';
import { Sandbox } from '../testing/sandbox.ts';

const sandbox = new Sandbox();
afterAll(() => sandbox.remove());

test.each([
  [
    'ART-UNIQUE-NAMES',
    [
      'ART-UNIQUE-NAMES · MUST NOT · core · since 1.0 · spec/artifact.md',
      'Why: ',
      'artifact.duplicate-entry (natively DuplicateArtifactEntry)',
      '  artifact/name-again-with-backslash\n',
    ],
  ],
  ['art-unique-names', ['ART-UNIQUE-NAMES · MUST NOT']],
  ['BUILD-DETERMINISTIC', ['No operation of the protocol reaches it: ']],
  ['artifact.not-zip', ['artifact.not-zip · natively ', 'ART-ZIP · MUST', 'Cases (']],
  ['artifact.hidden-bytes', ['shipping software lets it pass; nearest error ']],
  [
    'manifest/utf8-latin-1',
    [
      'asks       manifest.parse',
      'expects    reject manifest.not-utf8',
      'made from  manifest/utf8-two-bytes (accepted)',
      'palyra-conformance run --case manifest/utf8-latin-1 -- ./my-adapter',
    ],
  ],
  ['manifest/utf8-two-bytes', ['The same with one change, refused\n  manifest/utf8-latin-1\n']],
  ['manifest/half-a-million-keys', ['expects  observed only; shipping software: accepted']],
  [
    'runtime/fuel-golden-call',
    ['(needs fuel:wasmtime)\n', 'else     observed only, of a subject that does not declare fuel:wasmtime'],
  ],
  [
    'runtime/contracts-published-memory-provider',
    ['The same with one change, answered otherwise\n  runtime/contracts-published-memory-provider-'],
  ],
  [
    'runtime/contracts-published-memory-provider-without-adapter',
    [
      'expects    ok with ',
      'made from  runtime/contracts-published-memory-provider (accepted)\n',
      'by         adapters',
    ],
  ],
  [
    'runtime/memories-second-above-limit',
    ['expects    ok with runs[0].stop "limit"', '\nThe module\n  (module (memory 1024) (memory 1025)'],
  ],
  [
    'fuel:wasmtime',
    [
      'fuel:wasmtime · feature, declared in the greeting',
      'rule `wasmtime-44` of spec/runtime.md',
      '\n  runtime/fuel-golden-call\n',
    ],
  ],
  ['wasm:table64', ['64 bits', 'Cases (']],
  ['ManifestParse', ['manifest.not-utf8\n']],
  ['hello.nonce', ['error of the adapter', 'spec/protocol.md', 'Copy the nonce', 'doctor']],
  ['flaky', ['outcome of a call', 'the answers differ', 'flaky  fail']],
  ['reject', ['reject, another reason  fail         fail            fail             observed\n']],
  ['call.in-turn', ['check of `palyra-conformance doctor`', 'Where it is not so: ']],
  ['harness.no-case', ['refused by palyra-conformance itself']],
])('explain %s', async (id, said) => {
  const { exitCode, stdout, stderr } = await sandbox.run(`explain ${id}`);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  for (const text of said) expect(stdout).toContain(text);
});

test.each([
  ['art-uniqe-names', 'did you mean ART-UNIQUE-NAMES?'],
  ['small-order', 'SIG-SMALL-ORDER or signature.small-order'],
  ['xyzzy', 'Nothing is called "xyzzy".'],
])('explain %s is answered with what may be meant', async (id, said) => {
  const { exitCode, stdout, stderr } = await sandbox.run(`explain ${id}`);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(said);
});

test.each([
  'SIG-SMALL-ORDER',
  'signature.small-order',
  'artifact/ed25519-honest',
  'hello.nonce',
  'ManifestParse',
  'flaky',
  'start',
  'harness.no-case',
  'trap:class',
])('explain %s --json is JSON that says what kind of thing it is', async (id) => {
  const { stdout } = await sandbox.run(`explain ${id} --json`);
  expect(JSON.parse(stdout)).toMatchObject({ kind: expect.any(String) });
});

test('list shows what run would ask with the same options', async () => {
  const { stdout } = await sandbox.run('list --case artifact/key-as-*  --json');
  const { cases } = JSON.parse(stdout);
  const run = await sandbox.run('run --case artifact/key-as-* --json --format jsonl');
  expect(JSON.parse(run.stdout).plan.planned).toBe(cases.length);
  expect(cases[0]).toEqual({
    id: 'artifact/key-as-32-bytes',
    kind: 'accepted',
    operation: 'key.parse',
    expected: 'ok',
    brings: expect.stringContaining('keyId "ed25519:'),
    requirements: ['KEY-FORMS', 'KEY-ID'],
  });
  const text = await sandbox.run('list --case artifact/key-as-*');
  expect(text.stdout).toMatch(/^artifact\/key-as-32-bytes {2,}ok with seed .*… {2,}key\.parse {2,}KEY-FORMS, KEY-ID$/m);
});

test('list shows in short what is expected, and leaves out what is not meant', async () => {
  const { stdout } = await sandbox.run('list --case runtime/memories-* --exclude *-names');
  expect(stdout).toMatch(
    /^runtime\/memories-second-above-limit {2,}ok with runs\[0\]\.stop "limit" {2,}runtime\.run /m,
  );
  expect(stdout).not.toContain('runtime/memories-by-their-names');
  const long = await sandbox.run('list --case runtime/contracts-published-memory-provider*');
  expect(long.stdout).toMatch(/ {2}ok with .{39,40}… {2,}contracts\.negotiate/);
});

test('list --requirements shows the sentences, and how many cases prove each', async () => {
  const { stdout } = await sandbox.run('list --requirements --set hardened --area trust');
  expect(stdout).toMatch(/^TRUST-PUBLISHER-SPELLING {2}MUST NOT {2}hardened {2}\d+ {2,}\S/m);
  expect(stdout).not.toContain('ART-');
  const json = await sandbox.run('list --requirements --level may --json');
  expect(JSON.parse(json.stdout).requirements[0]).toMatchObject({ keyword: 'MAY', cases: expect.any(Number) });
});

test('a list of nothing is refused', async () => {
  expect(await sandbox.run('list --case nothing/*')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('harness.no-case'),
  });
});
