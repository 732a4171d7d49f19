import { afterAll, beforeAll, expect, test } from 'vitest';
import { Sandbox } from '../testing/sandbox.ts';

const sandbox = new Sandbox();
const signatures = '--case artifact/ed25519-* --format jsonl';
const [mine, other, after] = ['mine/report.jsonl', 'other/report.jsonl', 'after/report.jsonl'];

beforeAll(async () => {
  await sandbox.run(`run ${signatures} --reports mine -- ${sandbox.adapter}`);
  await sandbox.run(`run ${signatures} --reports other`);
  sandbox.write('worse.mjs', sandbox.read('my-adapter.mjs').replace("'signature.invalid'", "'signature.bad-key'"));
  await sandbox.run(`run ${signatures} --reports after -- ${process.execPath} worse.mjs`);
}, 60_000);
afterAll(() => sandbox.remove());

test('two subjects stand side by side under their own names', async () => {
  const { exitCode, stdout } = await sandbox.run(`compare ${mine} ${other} --differences`);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^my-adapter 1\.0\.0 +not conformant/);
  expect(stdout).toMatch(/^SIG-SMALL-ORDER +MUST NOT +hardened +unmet +met$/m);
  expect(stdout).not.toContain('ed25519-honest');
});

test('two reports of one subject stand under the names of their files, and what got worse leaves with 1', async () => {
  const { exitCode, stdout } = await sandbox.run(`compare ${mine} ${after} --regress`);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^mine\/report\.jsonl /);
  expect(stdout).toMatch(/^artifact\/ed25519-another-message .*--case artifact\/ed25519-another-message/m);
  const named = await sandbox.run(`compare ${mine} ${after} --regress -- node mine.mjs`);
  expect(named.stdout).toContain('--case artifact/ed25519-another-message -- node mine.mjs');
  expect(await sandbox.run(`compare ${mine} ${other} --regress`)).toMatchObject({ exitCode: 0 });
});

test.each(['json', 'markdown', 'html'])('the table and the changes can be %s, to a file too', async (format) => {
  for (const options of ['', '--regress']) {
    const line = `compare ${mine} ${after} ${options} --format ${format}`;
    const { exitCode, stdout } = await sandbox.run(line);
    expect(exitCode).toBe(options === '' ? 0 : 1);
    expect(stdout).toContain('ed25519-another-message');
    expect(await sandbox.run(`${line} --output made`)).toMatchObject({ exitCode, stdout: '' });
    expect(sandbox.read('made')).toBe(stdout);
  }
});

test('filters choose the rows', async () => {
  const { stdout } = await sandbox.run(`compare ${mine} ${other} --requirement SIG-KEY --format json`);
  const { requirements } = JSON.parse(stdout);
  expect(requirements.map(({ id }: { readonly id: string }) => id)).toEqual(['SIG-KEY']);
});

test.each([
  [`compare ${mine}`, 'cli.missing-argument'],
  [`compare ${mine} ${mine}`, 'harness.cannot-compare'],
  [`compare ${mine} ${other} ${after} --regress`, 'harness.not-two'],
  [`compare ${mine} ${other} --regress --differences`, 'cli.conflicting-options'],
  [`compare ${mine} ${other} --requirement ${'SIG-KEY'}S`, 'did you mean SIG-KEY?'],
  [`compare ${mine} nowhere`, 'cli.file-not-found'],
  [`compare ${mine} my-adapter.mjs`, 'harness.bad-report'],
])('`%s` is refused: %s', async (line, said) => {
  expect(await sandbox.run(line)).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(said) });
});
