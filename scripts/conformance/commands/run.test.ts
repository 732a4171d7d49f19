import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { Sandbox } from '../testing/sandbox.ts';

const sandbox = new Sandbox();
afterAll(() => sandbox.remove());

const signatures = '--case artifact/ed25519-* --case artifact/hole-ed25519-*';
const few = '--case artifact/ed25519-honest --case artifact/ed25519-another-message';
const { adapter } = sandbox;

describe('the embedded reference', () => {
  test('passes what it is asked, and a part of the cases is never conformant', async () => {
    const { exitCode, stdout, stderr } = await sandbox.run('run --area manifest --case manifest/utf8* --reports part');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^palyra-ref \S+: passed\n {2}\d+ cases: \d+ passed, 0 failed, /);
    expect(stdout).toContain('cannot say conformant');
    expect(sandbox.files('part')).toEqual(['report.html', 'report.jsonl', 'report.md']);
    expect(await sandbox.run('verify-report part/report.jsonl')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^part\/report.jsonl holds: palyra-ref \S+, \d+ cases, passed\n$/),
    });
  });

  test('is asked with the names of the documentation where that is wanted', async () => {
    const { stdout } = await sandbox.run(`run ${few} --names documented --json --format jsonl --reports names`);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'passed',
      subject: { parameters: { names: { sbomEntry: 'sbom.cyclonedx.json' } } },
      reports: ['names/report.jsonl'],
    });
  });

  test('answers over a pipe as it does in process, line for line', async () => {
    const program = fileURLToPath(new URL('../../palyra-ref.ts', import.meta.url));
    const loader = import.meta.resolve('tsx');
    const selection = '--case artifact/key-* --case trust/add-* --format jsonl --jobs 1';
    const reference = `${process.execPath} --conditions=palyra-source --import ${loader} ${program} subject`;
    expect(await sandbox.run(`run ${selection} --reports here`)).toMatchObject({ exitCode: 0 });
    expect(await sandbox.run(`run ${selection} --reports piped -- ${reference}`)).toMatchObject({ exitCode: 0 });
    expect(sandbox.read('piped/report.jsonl')).toBe(sandbox.read('here/report.jsonl'));
  });
});

describe('a program', () => {
  test('that fails is told of with what was expected, its twin and how to ask again', async () => {
    const { exitCode, stdout, stderr } = await sandbox.run(`run ${signatures} -- ${adapter}`);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toContain(
      [
        'FAIL artifact/ed25519-identity-as-key (SIG-SMALL-ORDER)',
        '  expected reject signature.small-order, observed ok',
        '  made from artifact/ed25519-honest, which is accepted, by form = "identity key"',
        `  again: palyra-conformance run --case artifact/ed25519-identity-as-key -- ${adapter}`,
      ].join('\n'),
    );
    expect(stdout).toContain('my-adapter 1.0.0: not conformant\n');
    expect(stdout).toContain('not met: SIG-CANONICAL-KEY, SIG-KEY, SIG-SMALL-ORDER');
  });

  test('is told of in one paragraph where that is enough', async () => {
    const { stdout } = await sandbox.run(`run ${signatures} --quiet --format jsonl -- ${adapter}`);
    expect(stdout).toMatch(/^my-adapter 1\.0\.0: not conformant\n/);
    const json = await sandbox.run(`run ${few} --quiet --json --format jsonl -- ${adapter}`);
    expect(JSON.parse(json.stdout)).toMatchObject({ verdict: 'passed' });
  });

  test('that is asked again by the command that is told leaves the report of the whole run alone', async () => {
    await sandbox.run(`run --area trust --shard 1/40 --format jsonl -- ${adapter}`);
    const whole = sandbox.read('reports/run/report.jsonl');
    await sandbox.run(`run ${few} --format jsonl -- ${adapter}`);
    expect(sandbox.read('reports/run/report.jsonl')).toBe(whole);
    expect(sandbox.files('reports/part')).toEqual(['report.jsonl']);
  });

  test('that fails many cases for one cause has that said first', async () => {
    sandbox.write(
      'full.mjs',
      sandbox.read('my-adapter.mjs').replace('return verifySignature(', 'throw new Error("disk full"); ('),
    );
    const { stdout } = await sandbox.run(`run ${signatures} --format jsonl -- ${process.execPath} full.mjs`);
    expect(stdout).toMatch(/^\d+ × fault: disk full\n\nFAIL /);
  });

  test('gives the same report started anew for every call', async () => {
    await sandbox.run(`run ${few} --reports streamed -- ${adapter}`);
    expect(await sandbox.run(`run ${few} --one-shot --reports shot -- ${adapter}`)).toMatchObject({ exitCode: 0 });
    expect(sandbox.read('shot/report.jsonl')).toBe(sandbox.read('streamed/report.jsonl'));
  });

  test('that leaves questions open is incomplete', async () => {
    const { exitCode, stdout } = await sandbox.run(`run --case trust/add-* --json -- ${adapter}`);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'incomplete', counts: { pass: 0, fail: 0 } });
    const text = await sandbox.run(`run --case trust/add-* --format jsonl -- ${adapter}`);
    expect(text.stdout).toContain('\n  not supported: trust.add\n');
  });

  test.each([
    ['nowhere', 'start.failed: the program cannot be started (nowhere: there is no such program'],
    [`${process.execPath} --version`, 'line.not-json: '],
  ])('that does not start ends the run, and no report is left: %s', async (program, code) => {
    await sandbox.run(`run ${few} --reports unstarted`);
    const { exitCode, stdout, stderr } = await sandbox.run(`run ${few} --reports unstarted -- ${program}`);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toContain(`error[not_started] harness.not-started: ${code}`);
    expect(stderr).toContain(`palyra-conformance doctor -- ${program}`);
    expect(sandbox.files('unstarted')).toEqual([]);
  });

  test('that says no hello is told of the buffer that may hold it', async () => {
    const silent = `${process.execPath} -e setInterval(()=>{},1e6)`;
    const { exitCode, stderr } = await sandbox.run(`run ${few} --start-timeout 300 -- ${silent}`);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/hello\.timeout: .*\n {2}hint: .*flush standard output/);
  });

  test('gets the variables it is given and no others', async () => {
    sandbox.write(
      'picky.mjs',
      `if (process.env.TOKEN !== 'secret' || process.env.GIVEN !== 'a=b' || process.env.SECRET) process.exit(1);
       await import(${JSON.stringify(sandbox.path('my-adapter.mjs'))});`,
    );
    const env = { TOKEN: 'secret', SECRET: 'x' };
    const line = `run ${few} --format jsonl --env TOKEN --env GIVEN=a=b -- ${process.execPath} picky.mjs`;
    expect(await sandbox.run(line, { env })).toMatchObject({ exitCode: 0 });
  });
});

test('the command that asks again starts this program as it was started, and keeps to the folder that was chosen', async () => {
  const env = { npm_lifecycle_event: 'conformance', npm_package_name: 'palyra-conformance' };
  const { stdout } = await sandbox.run(`run ${signatures} --reports mine --format jsonl -- ${adapter}`, { env });
  const again = `npm run palyra-conformance -- run --case artifact/ed25519-identity-as-key --reports mine/part -- ${adapter}`;
  expect(stdout).toContain(`  again: ${again}\n`);
  const { header } = JSON.parse(`{"header":${sandbox.read('mine/report.jsonl').split('\n')[0]}}`);
  expect(header.plan.complete).toBe(false);
});

test('what is left out makes a part, whose report holds', async () => {
  const { exitCode, stdout } = await sandbox.run('run --case trust/add-* --exclude trust/add-key-* --format jsonl');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('(chosen cases, without trust/add-key-*), so it cannot say conformant.');
  const report = sandbox.read('reports/part/report.jsonl');
  expect(report).toContain('"trust/add-first"');
  expect(report).not.toContain('"id":"trust/add-key-');
  expect(await sandbox.run('verify-report reports/part/report.jsonl')).toMatchObject({ exitCode: 0 });
});

describe('a fresh seed', () => {
  test('that is drawn is shown, and asks the same again', async () => {
    const said: string[] = [];
    const { exitCode, stdout } = await sandbox.run(
      `run ${signatures} --fresh --reports drawn --format jsonl -- ${adapter}`,
      { writeStderr: (text) => void said.push(text) },
    );
    expect(said).toEqual(['seed 0707070707070707\n']);
    expect(exitCode).toBe(1);
    const seed = '0707070707070707';
    expect(stdout).toContain(`seed ${seed}: \`--seed ${seed}\` asks the same again`);
    expect(stdout).toContain(
      `again: palyra-conformance run --case artifact/ed25519-identity-as-key --seed ${seed} --reports drawn/part -- `,
    );
    await sandbox.run(`run ${signatures} --seed ${seed} --reports again --format jsonl -- ${adapter}`);
    expect(sandbox.read('again/report.jsonl')).toBe(sandbox.read('drawn/report.jsonl'));
  });

  test('brings other bytes with the same expectations', async () => {
    const { stdout } = await sandbox.run('run --area trust --case trust/add-* --fresh elsewhere --json');
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'passed', plan: { seed: 'elsewhere', frozen: false } });
  });
});

describe('what can be refused is refused before anything is asked', () => {
  test.each([
    ['run ./my-adapter', 'cli.unexpected-argument'],
    ['run ./my-adapter', 'hint: A program and its arguments stand behind two dashes'],
    ['run run -- ./my-adapter', 'hint: Leave out the second `run`'],
    ['run --', 'cli.missing-argument'],
    ['run --one-shot', 'harness.no-program'],
    ['run --deadline 5 --env A=b', 'harness.no-program'],
    ['run --case nowhere/*', 'harness.no-case'],
    ['run --case manifest/minmal', 'did you mean manifest/minimal?'],
    ['run --case manifest/* --case *ed25519-honst', 'No case has an id like "*ed25519-honst"'],
    ['run --case manifest/* --case golden-call', 'did you mean runtime/fuel-golden-call'],
    ['run --exclude nowhere/*', 'harness.no-case'],
    ['run --case trust/add-* --exclude trust/*', 'harness.no-case'],
    ['run --area trust --case manifest/*', 'harness.no-case'],
    ['run --shard 0/2', 'cli.bad-value'],
    ['run --shard 3/2', 'cli.bad-value'],
    ['run --jobs 0', 'cli.bad-value'],
    ['run --set core,nope', 'cli.bad-value'],
    ['run --format pdf', 'cli.bad-value'],
    ['run --fresh frozen', 'cli.bad-value'],
    ['run --fresh a --seed b', 'cli.conflicting-options'],
    ['run --seed a/b', 'cli.bad-value'],
    ['run --seed=-x', 'cli.bad-value'],
    ['run --names documented -- x', 'cli.conflicting-options'],
    ['run --env A-B=c -- x', 'cli.bad-value'],
    ['run --env NOT_SET -- x', 'cli.bad-value'],
    ['run --baseline nowhere', 'cli.file-not-found'],
    ['run --reason-map nowhere', 'cli.file-not-found'],
    ['run --baseline broken', 'harness.bad-baseline'],
    ['run --reason-map broken', 'harness.bad-reason-map'],
    ['run --reports broken', 'harness.no-reports'],
  ])('`%s`: %s', async (line, said) => {
    sandbox.write('broken', 'what is this\n');
    const { exitCode, stdout, stderr } = await sandbox.run(line);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(sandbox.files('reports/run')).not.toContain('.report.jsonl');
  });
});

test('how errors are told is not for the arguments of the program to say', async () => {
  const { stderr } = await sandbox.run('run --jobs 0 -- x --output-format json');
  expect(stderr).toMatch(/^error\[misuse\] cli\.bad-value: /);
  const json = await sandbox.run('run --jobs 0 --output-format json');
  expect(JSON.parse(json.stderr)).toMatchObject({ error: { kind: 'misuse', code: 'cli.bad-value' } });
});

describe('progress', () => {
  function shown(env: Record<string, string>, stderr: boolean) {
    const written: string[] = [];
    const writeStderr = (text: string) => void written.push(text);
    return { written, changes: { env, terminal: { stdout: false, stderr }, writeStderr } };
  }

  test.each([
    ['nowhere but on a terminal', {}, false, ''],
    ['not where it is quiet', {}, true, ' --quiet'],
    ['not on a terminal that cannot rewrite a line', { TERM: 'dumb' }, true, ''],
  ])('is shown %s', async (_, env, stderr, options) => {
    const { written, changes } = shown(env, stderr);
    await sandbox.run(`run ${few} --format jsonl${options}`, changes);
    expect(written).toEqual([]);
  });

  test('is one line that rewrites itself and is gone at the end', async () => {
    const { written, changes } = shown({}, true);
    await sandbox.run(`run ${few} --format jsonl`, changes);
    expect(written[0]).toMatch(/^\r\u001b\[K1\/2 cases, \d+\/s, 0 failed, \d+ s left$/);
    expect(written.at(-1)).toBe('\r\u001b[K');
  });
});

test('a run on GitHub adds its page to the summary of the step', async () => {
  sandbox.write('summary.md', 'before\n');
  await sandbox.run(`run ${few} --format jsonl --reports github`, {
    env: { GITHUB_STEP_SUMMARY: sandbox.path('summary.md') },
  });
  expect(sandbox.read('summary.md')).toMatch(/^before\n.*palyra-ref.*\n$/s);
  expect(sandbox.files('github')).toEqual(['report.jsonl']);
});

test('nothing of an earlier run is left beside the report, and other files are', async () => {
  await sandbox.run(`run ${few} --reports both --format html,junit,badge`);
  sandbox.write('both/mine.html', '');
  await sandbox.run(`run ${few} --reports both --format junit`);
  expect(sandbox.files('both')).toEqual(['mine.html', 'report.jsonl', 'report.junit.xml']);
});

test('a part that holds no case passes for the sake of the whole, and no success is told', async () => {
  const line = 'run --case trust/add-first --shard 9999/10000 --reports empty --format markdown,html';
  const { exitCode, stdout } = await sandbox.run(line);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^palyra-ref \S+: nothing was asked: this part holds no case\n {2}0 cases: /);
  expect(stdout).not.toMatch(/: passed/);
  for (const file of ['report.md', 'report.html']) {
    const text = sandbox.read(`empty/${file}`);
    expect(text).toContain('Nothing was asked: this part holds no case.');
    expect(text, file).not.toMatch(/Nothing that was asked failed|Passed: |Passed<\/h1>/);
  }
});

test('what a killed run left unfinished goes with the next one, and what a living one writes stays', async () => {
  mkdirSync(sandbox.path('stranded'));
  const gone = spawnSync(process.execPath, ['--version']).pid;
  for (const name of [gone, process.ppid, 'x']) sandbox.write(`stranded/.report.jsonl.${name}.unfinished`, '');
  await sandbox.run(`run ${few} --reports stranded --format jsonl`);
  const left = [`.report.jsonl.${process.ppid}.unfinished`, '.report.jsonl.x.unfinished', 'report.jsonl'];
  expect(sandbox.files('stranded')).toEqual(left);
});

test('every format is written', async () => {
  mkdirSync(sandbox.path('all'));
  await sandbox.run(`run ${signatures} --reports all --format junit,ctrf,sarif,markdown,badge,html -- ${adapter}`);
  const files = sandbox.files('all');
  expect(files).toHaveLength(7);
  for (const file of files) expect(readFileSync(sandbox.path(`all/${file}`), 'utf8'), file).toMatch(/not conformant/i);
});
