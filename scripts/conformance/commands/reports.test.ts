import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Sandbox } from '../testing/sandbox.ts';

const sandbox = new Sandbox();
const signatures = '--case artifact/ed25519-*';
const { adapter } = sandbox;

beforeAll(async () => {
  await sandbox.run(`run ${signatures} --reports whole --format jsonl -- ${adapter}`);
  for (const shard of [1, 2, 3]) {
    await sandbox.run(`run ${signatures} --reports shard-${shard} --format jsonl --shard ${shard}/3 -- ${adapter}`);
  }
  await sandbox.run('run --case artifact/key-* --reports good --format jsonl');
});
afterAll(() => sandbox.remove());

describe('verify-report', () => {
  function changed(change: (lines: string[]) => void): void {
    const lines = sandbox.read('whole/report.jsonl').split('\n');
    change(lines);
    sandbox.write('changed.jsonl', lines.join('\n'));
  }

  test('a report holds, whatever its verdict', async () => {
    const { exitCode, stdout } = await sandbox.run('verify-report whole/report.jsonl');
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: 'whole/report.jsonl holds: my-adapter 1.0.0, 38 cases, not conformant\n',
    });
    expect(await sandbox.run('report verify whole/report.jsonl')).toMatchObject({ exitCode: 0, stdout });
    const json = await sandbox.run('verify-report whole/report.jsonl --json');
    expect(JSON.parse(json.stdout)).toEqual({ holds: true, findings: [] });
  });

  test('a changed line is named', async () => {
    changed((lines) => {
      lines[4] = (lines[4] ?? '').replace('"verdict":"pass"', '"verdict":"fail"');
    });
    expect(await sandbox.run('verify-report changed.jsonl')).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/^changed\.jsonl does not hold:\n {2}Line 5 .*\n/),
    });
    const { exitCode, stdout } = await sandbox.run('verify-report changed.jsonl --json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ holds: false, findings: [{ at: 5, text: expect.any(String) }] });
  });

  test('nothing is made of a report that does not hold', async () => {
    changed((lines) => void lines.splice(6, 1));
    const lines = [
      'report render html changed.jsonl',
      'report merge changed.jsonl --output merged.jsonl',
      'baseline check b --report changed.jsonl',
      'baseline update b --report changed.jsonl',
    ];
    for (const line of lines) {
      expect(await sandbox.run(line), line).toMatchObject({
        exitCode: 2,
        stdout: '',
        stderr: expect.stringMatching(/harness\.bad-report: .*\n {2}hint: palyra-conformance verify-report changed/),
      });
    }
  });

  test.each([
    ['verify-report nowhere', 'cli.file-not-found'],
    ['verify-report .', 'cli.not-a-file'],
    ['verify-report', 'cli.missing-argument'],
    ['report verify', 'cli.missing-argument'],
  ])('`%s` is refused as %s', async (line, code) => {
    expect(await sandbox.run(line)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(code) });
  });
});

describe('report render', () => {
  test.each(['junit', 'ctrf', 'sarif', 'markdown', 'badge', 'html'])(
    'makes %s, to a file as to the screen',
    async (format) => {
      const { exitCode, stdout } = await sandbox.run(`report render ${format} whole/report.jsonl`);
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/not conformant/i);
      expect(await sandbox.run(`report render ${format} whole/report.jsonl --output made/it`)).toEqual({
        exitCode: 0,
        stdout: '',
        stderr: '',
      });
      expect(sandbox.read('made/it')).toBe(stdout);
    },
  );

  test('knows no other format', async () => {
    expect(await sandbox.run('report render pdf whole/report.jsonl')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('must be junit or ctrf or sarif or markdown or badge or html'),
    });
  });
});

describe('report merge', () => {
  const shards = 'shard-3/report.jsonl shard-1/report.jsonl shard-2/report.jsonl';

  test('puts the shards together to the report of the undivided run, and leaves as it did', async () => {
    expect(await sandbox.run(`report merge ${shards} --output merged.jsonl`)).toMatchObject({
      exitCode: 1,
      stdout: 'merged.jsonl: 38 cases of 3 reports, my-adapter: not conformant\n',
    });
    expect(sandbox.read('merged.jsonl')).toBe(sandbox.read('whole/report.jsonl'));
  });

  test.each([
    ['shard-1/report.jsonl shard-3/report.jsonl', '2/3'],
    [`${shards} shard-1/report.jsonl`, '1/3'],
    ['shard-1/report.jsonl whole/report.jsonl', 'whole/report.jsonl'],
    ['shard-1/report.jsonl good/report.jsonl', 'good/report.jsonl'],
  ])('refuses %s', async (reports, named) => {
    expect(await sandbox.run(`report merge ${reports} --output gaps.jsonl`)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(new RegExp(`harness\\.cannot-merge: .*${named}`)),
    });
    expect(sandbox.files('.')).not.toContain('gaps.jsonl');
  });
});

describe('a baseline', () => {
  test('is made from a report, excuses what it knows, and keeps its comments', async () => {
    const update = 'baseline update known.toml --report whole/report.jsonl';
    expect(await sandbox.run(update)).toMatchObject({
      exitCode: 0,
      stdout: 'known.toml: 8 added, 0 corrected, 0 globs expanded, 0 removed\n',
    });
    const check = await sandbox.run('baseline check known.toml --report whole/report.jsonl');
    expect(check).toMatchObject({ exitCode: 0, stdout: '8 failures, 0 of them not known; 0 entries out of date\n' });
    const run = await sandbox.run(`run ${signatures} --baseline known.toml -- ${adapter}`);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('my-adapter 1.0.0: not conformant\n');
    expect(run.stdout).toContain('8 failed (8 of them known)');
    expect(run.stdout).not.toContain('FAIL');

    sandbox.write('known.toml', `# ours\n${sandbox.read('known.toml')}`);
    const again = await sandbox.run(`${update} --json`);
    expect(JSON.parse(again.stdout)).toEqual({ added: 0, corrected: 0, expanded: 0, removed: 0 });
    expect(sandbox.read('known.toml')).toMatch(/^# ours\n/);
  });

  test('that is out of date ends a run with 4, also where the run found new failures', async () => {
    sandbox.write('stale.toml', `[[known]]\ncase = "artifact/ed25519-honest"\nobserved = "ok"\nreason = "never was"\n`);
    const run = await sandbox.run(`run ${signatures} --baseline stale.toml -- ${adapter}`);
    expect(run.exitCode).toBe(4);
    expect(run.stdout).toMatch(/^baseline line 1, artifact\/ed25519-honest: /m);
    expect(run.stdout).toContain('FAIL artifact/ed25519-identity-as-key');
    const check = await sandbox.run('baseline check stale.toml --report whole/report.jsonl');
    expect(check.exitCode).toBe(4);
    expect(check.stdout).toMatch(/^stale\.toml, line 1, .*\nnot in the baseline: artifact\/ed25519-/);
  });

  test('without a failure that is there makes a report unfit, and 1 says so', async () => {
    sandbox.write('empty.toml', '');
    const { exitCode, stdout } = await sandbox.run('baseline check empty.toml --report whole/report.jsonl --json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ known: 0, unknown: { length: 8 }, findings: [] });
  });
});

test('a reason map names the errors of a program, and a row without use is told of', async () => {
  sandbox.write(
    'native.mjs',
    sandbox.read('my-adapter.mjs').replace("reason: 'signature.invalid'", "native: 'E_SIGNATURE'"),
  );
  sandbox.write(
    'reasons.toml',
    '[[reason]]\nnative = "E_SIG*"\nis = "signature.invalid"\n\n[[reason]]\nnative = "E_KEY"\nis = "key.bad-length"\n',
  );
  const one = `run --case artifact/ed25519-another-message`;
  const native = `${process.execPath} native.mjs`;
  expect(await sandbox.run(`${one} -- ${native}`)).toMatchObject({ exitCode: 1 });
  const { exitCode, stdout } = await sandbox.run(`${one} --reason-map reasons.toml -- ${native}`);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('reason map line 5: nothing was refused with "E_KEY"');
});
