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

  test('shows how the subject is started where that is given', async () => {
    const line = 'report render markdown whole/report.jsonl';
    expect((await sandbox.run(line)).stdout).toContain('-- ./my-adapter');
    expect((await sandbox.run(`${line} -- node mine.mjs`)).stdout).toContain('-- node mine.mjs');
  });

  test('makes one folder for its output and no trees', async () => {
    expect(await sandbox.run('report render badge whole/report.jsonl --output a/b/c')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('"a/b/c" cannot be written: the folders above it are not there.'),
    });
    expect(sandbox.files('.')).not.toContain('a');
  });

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
      stdout: 'merged.jsonl: 38 cases of 3 reports, my-adapter: not conformant; 8 failed\n',
    });
    expect(sandbox.read('merged.jsonl')).toBe(sandbox.read('whole/report.jsonl'));
  });

  test('says how many failures there are and how many of them are known', async () => {
    await sandbox.run('baseline update shards.toml --report whole/report.jsonl');
    await sandbox.run(
      `run ${signatures} --reports known --format jsonl --shard 1/1 --baseline shards.toml -- ${adapter}`,
    );
    expect(await sandbox.run('report merge known/report.jsonl --output merged-known.jsonl')).toMatchObject({
      exitCode: 0,
      stdout: 'merged-known.jsonl: 38 cases of 1 report, my-adapter: not conformant; 8 failed (8 of them known)\n',
    });
    expect(sandbox.read('merged-known.jsonl')).toBe(sandbox.read('known/report.jsonl'));
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
    expect(check).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/\n8 failures, 0 not known; 0 entries out of date\n$/),
    });
    const warnings =
      /^known\.toml, line \d+, artifact\/ed25519-[a-z0-9-]+: nobody has said why yet; replace its reason$/gm;
    expect(check.stdout.match(warnings)).toHaveLength(8);
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
    expect(run.stdout).toContain('baseline line 1, artifact/ed25519-honest: it does not fail any more; ');
    const update = 'palyra-conformance baseline update stale.toml --report reports/part/report.jsonl';
    expect(run.stdout).toContain(`  the baseline is out of date in 1 entry: ${update}\n`);
    const quiet = await sandbox.run(`run ${signatures} --baseline stale.toml --quiet -- ${adapter}`);
    expect(quiet.stdout).toContain(update);
    expect(run.stdout).toContain('FAIL artifact/ed25519-identity-as-key');
    const check = await sandbox.run('baseline check stale.toml --report whole/report.jsonl');
    expect(check.exitCode).toBe(4);
    expect(check.stdout).toMatch(/^stale\.toml, line 1, .*\nnot in the baseline: artifact\/ed25519-/);
  });

  test('that would excuse everything excuses nothing', async () => {
    sandbox.write('all.toml', `[[known]]\ncase = "*"\nobserved = "ok"\nreason = "soon"\n`);
    const said = 'line 1, *: it would excuse everything, so it excuses nothing; ';
    const run = await sandbox.run(`run ${signatures} --baseline all.toml -- ${adapter}`);
    expect(run).toMatchObject({ exitCode: 4, stdout: expect.stringContaining(`baseline ${said}`) });
    expect(run.stdout).toContain(' 8 failed, ');
    expect(await sandbox.run('baseline check all.toml --report whole/report.jsonl')).toMatchObject({
      exitCode: 4,
      stdout: expect.stringContaining(`all.toml, ${said}`),
    });
  });

  test('excuses no run in which nothing passes', async () => {
    const failing = 'artifact/ed25519-identity-as-key';
    sandbox.write('one.toml', `[[known]]\ncase = "${failing}"\nobserved = "ok"\nreason = "soon"\n`);
    const run = await sandbox.run(`run --case ${failing} --baseline one.toml --reports one -- ${adapter}`);
    expect(run).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('1 failed (1 of them known)') });
    const check = await sandbox.run('baseline check one.toml --report one/report.jsonl');
    expect(check.exitCode).toBe(1);
    for (const { stdout } of [run, check])
      expect(stdout).toContain('Nothing has passed, so that every failure is known is no excuse.\n');
  });

  test('without a failure that is there makes a report unfit, and 1 says so', async () => {
    sandbox.write('empty.toml', '');
    const { exitCode, stdout } = await sandbox.run('baseline check empty.toml --report whole/report.jsonl --json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ known: 0, unknown: { length: 8 }, unexplained: [], findings: [] });
  });
});

test('a reason map names the errors of a program, and is hinted at where many are without a name', async () => {
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
  const unnamed = await sandbox.run(`run ${signatures} -- ${native}`);
  expect(unnamed.stdout.match(/--reason-map/g)).toHaveLength(1);
  expect(await sandbox.run(`${one} -- ${native}`)).toMatchObject({ exitCode: 1 });
  const { exitCode, stdout } = await sandbox.run(`${one} --reason-map reasons.toml -- ${native}`);
  expect(exitCode).toBe(0);
  // Only a run of all cases could say that the other row is of no use.
  expect(stdout).not.toContain('reason map');
});
