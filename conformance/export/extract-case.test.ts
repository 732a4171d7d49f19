import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { names, runtime } from '#spec/constants.ts';
import { parseLine } from '#spec/wire/parse-line.ts';
import type { Case } from '../case.ts';
import { cases } from '../cases/index.ts';
import { accepted, changed, put } from '../rows.ts';
import { caseFormat, extractCase, extractedNames } from './extract-case.ts';
import { describeExtractedProblem, type ExtractedCase, readExtracted } from './extracted-case.ts';
import { writeFolder } from './folder.ts';
import { describeReplay, readReplay, replayInput } from './replay.ts';
import { MemorySink } from './testing/memory-sink.ts';
import { scripted } from './testing/python.ts';

const parameters = { names: names.shipped, runtime };
const refused = 'trust/add-key-empty';

function extracted(id: string, seed?: string): MemorySink {
  const sink = new MemorySink();
  const more = seed === undefined ? {} : { seed };
  extractCase(caseOf(id), { parameters, folder: '/tmp/case', rerun: `run --case ${id}`, ...more }, sink);
  return sink;
}

function caseOf(id: string): Case {
  const one = cases.find((other) => other.id === id);
  if (one === undefined) throw new Error(`there is no case ${id}`);
  return one;
}

function read(sink: MemorySink, which: 'case' | 'twin' = 'case'): ExtractedCase {
  const result = readExtracted((path) => sink.bytes(path), which);
  if (!result.ok) throw new Error(describeExtractedProblem(result.problem));
  return result.extracted;
}

test('a refused case comes with its twin, its clause, and how to ask it again', () => {
  const sink = extracted(refused);
  expect(sink.paths.map((path) => path.split('/')[0]).every((name) => extractedNames.includes(name ?? ''))).toBe(true);
  expect(JSON.parse(sink.text('expected.json'))).toEqual({
    id: refused,
    op: 'trust.add',
    expect: { outcome: 'reject', reasons: ['trust.invalid-key', 'ManifestValidation'] },
  });
  const [request, twin] = ['request.json', 'twin.request.json'].map((path) => JSON.parse(sink.text(path)));
  expect([request.op, request.input.key, twin.op]).toEqual(['trust.add', '', 'trust.add']);
  expect({ ...twin.input, key: '' }).toEqual(request.input);
  expect(sink.text('clause.md')).toMatch(/^# TRUST-ADD\n\nMUST · core · since 1\.0 · spec\/trust\.md\n\n.+\n\nWhy: /);
  const readme = sink.text('README.md');
  for (const part of [
    `# ${refused}\n`,
    '`trust.invalid-key`',
    'key = ""',
    `    run --case ${refused}\n`,
    'TRUST-ADD',
  ]) {
    expect(readme).toContain(part);
  }
});

test('a case that runs a module comes with it as tools read it, and with that of its twin', () => {
  const sink = extracted('runtime/memories-second-above-limit');
  const wasm = sink.bytes('module.wasm') ?? new Uint8Array();
  expect(Buffer.from(wasm).toString('base64')).toBe(JSON.parse(sink.text('request.json')).input.module.$b64);
  expect(sink.text('module.wat')).toContain('(memory 1024) (memory 1025)');
  expect(sink.text('twin.module.wat')).toContain('(memory 1024) (memory 1024)');
  expect(sink.paths).toContain('twin.module.wasm');
  expect(sink.paths.map((path) => path.split('/')[0] ?? '').filter((name) => !extractedNames.includes(name))).toEqual(
    [],
  );
  const sent = extracted('runtime/text-module');
  expect(sent.text('module.wat')).toMatch(/^\(module/);
  expect(sent.paths).not.toContain('module.wasm');
});

test('the words of expected.json are explained where they occur', () => {
  const related = extracted('runtime/memories-second-above-limit').text('README.md');
  expect(related).toContain('It must be accepted: ok with runs[0].stop "limit". `expected.json` says all of it.');
  expect(related).toMatch(/`value`: .*`has` is .*`only` /);
  expect(related).not.toContain('`relation`');
  expect(extracted(refused).text('README.md')).not.toContain('`only`');
});

test('an accepted case has no twin', () => {
  const sink = extracted('manifest/example/everything');
  expect(sink.paths.filter((path) => path.startsWith('twin'))).toEqual([]);
  expect(readExtracted((path) => sink.bytes(path), 'twin')).toMatchObject({ problem: { problem: 'no twin' } });
});

const needing: readonly Case[] = [
  {
    ...accepted('trust/told', ['TRUST-ADD'], () => trust('a'), { value: () => ({ trustStore: {} }) }),
    needs: ['trap:class'],
  },
  changed('trust/otherwise', ['TRUST-ADD'], 'trust/told', put(['publisher'], 'b'), {
    value: () => ({ trustStore: [] }),
  }),
];

test('a changed case comes with its twin too, and with the features that both need', () => {
  const sink = new MemorySink();
  const [, one = needing[0]] = needing;
  if (one === undefined) throw new Error('there are no cases');
  extractCase(one, { parameters, folder: '/tmp/case', rerun: '', cases: needing }, sink);
  expect(JSON.parse(sink.text('expected.json'))).toMatchObject({ needs: ['trap:class'], expect: { outcome: 'ok' } });
  expect(JSON.parse(sink.text('twin.request.json')).input.publisher).toBe('a');
  const readme = sink.text('README.md');
  expect(readme).toContain('publisher = "b"');
  expect(readme).toContain('Of a subject that does not declare `trap:class` nothing is expected.');

  const result = readExtracted((path) => sink.bytes(path), 'case', needing);
  if (!result.ok) throw new Error(result.problem.problem);
  const told = (features: readonly string[]) => {
    const output = `${greetingWith(features)}\n{"type":"result","id":1,"ok":{"value":{}}}\n`;
    return describeReplay(
      result.extracted,
      readReplay(result.extracted, Buffer.from(output), { get: () => undefined }),
    );
  };
  expect(told(['trap:class'])).toContain('trust/otherwise: fail\n  expected ok with trustStore []\n');
  expect(told([])).toContain('trust/otherwise: observed\n  expected observed only: needs trap:class');
});

function trust(publisher: string) {
  return { operation: 'trust.add', model: { trustStore: {}, publisher, key: '' } } as const;
}

test('a transcript is three lines of the protocol, and its blobs lie beside it', () => {
  const sink = extracted('artifact/entries-257');
  const lines = sink.text('transcript.jsonl').split('\n');
  expect(lines.pop()).toBe('');
  const types = lines.map((line) => {
    const parsed = parseLine(Buffer.from(line));
    return parsed.ok && parsed.message.get('type');
  });
  expect(types).toEqual(['hello', 'call', 'bye']);
  expect(JSON.parse(lines[0] ?? '').blobs).toEqual({ inputs: '/tmp/case/blobs', outputs: '/tmp/case/outputs' });
  const { $blob, size } = JSON.parse(lines[1] ?? '').input.artifact;
  const content = sink.bytes(`blobs/${$blob}`) ?? Buffer.of();
  expect([createHash('sha256').update(content).digest('hex'), content.length]).toEqual([$blob, size]);
});

test('a case of another seed is read back with the expectations of that seed', () => {
  const sink = extracted('trust/add-key-empty', 'other');
  expect(sink.text('request.json')).not.toBe(extracted(refused).text('request.json'));
  expect(read(sink).expectation).toEqual({ outcome: 'reject', code: 'trust.invalid-key' });
  expect(read(sink, 'twin').expectation.outcome).toBe('ok');
});

test('a folder that was changed, or that other cases were extracted into, is not replayed', () => {
  const sink = extracted(refused);
  const problem = (path: string, content: string, from = cases) => {
    const result = readExtracted((name) => (name === path ? Buffer.from(content) : sink.bytes(name)), 'case', from);
    return result.ok ? undefined : describeExtractedProblem(result.problem);
  };
  const stamp = sink.text('stamp.json');
  expect(problem('stamp.json', stamp)).toBeUndefined();
  for (const broken of ['', '{', '[]', '{"format":"palyra-case/1"}', stamp.replace(refused, 'trust/x')]) {
    expect(problem('stamp.json', broken)).toMatch(/is missing or not as|other cases/);
  }
  expect(problem('stamp.json', stamp.replace('"version": "0.1.0",', '"version": "0.0.0",'))).toContain('stamp.json is');
  expect(problem('stamp.json', stamp, cases.slice(1))).toContain('edition with other cases');
  expect(problem('transcript.jsonl', '{"type":"bye"}\n')).toContain('transcript.jsonl is missing or not as');
});

function greetingWith(features: readonly string[]): string {
  return JSON.stringify({
    ...{ type: 'hello', protocol: 1, nonce: 'extracted', name: 'x', version: '1', language: 'x', ops: ['trust.add'] },
    features,
    concurrency: 1,
    parameters: { names: names.shipped, runtime: { version: '0.1.0', protocolMajor: 1 } },
  });
}

test('an answer stands beside what is expected', () => {
  const one = read(extracted(refused));
  const greeting = greetingWith([]);
  const told = (output: string) => describeReplay(one, readReplay(one, Buffer.from(output), { get: () => undefined }));
  const answer = (content: string) => told(`${greeting}\n{"type":"result","id":1,${content}}\n`);
  expect(answer('"reject":{"reason":"trust.invalid-key"}')).toBe(
    `${refused}: pass\n  expected reject trust.invalid-key\n  observed reject trust.invalid-key\n`,
  );
  expect(answer('"reject":{"native":"bad key"}')).toContain(
    'observed reject without a reason\n  the subject says bad key',
  );
  expect(answer('"ok":{"value":{}}')).toContain(': fail\n');
  expect(told('')).toBe(`${refused}: no answer; the program ended before it answered\n`);
  expect(told(greeting)).toContain('the output ends in the middle of a line');
  expect(told('Starting…\n')).toContain('a line is not a JSON object');
  const mapped = readReplay(
    one,
    Buffer.from(`${greeting}\n{"type":"result","id":1,"reject":{"native":"bad"}}\n`),
    { get: () => undefined },
    () => 'trust.invalid-key',
  );
  expect(describeReplay(one, mapped)).toContain(': pass\n');
});

test('a folder on disk can be piped into an adapter as it is, and replayed from where it was moved', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'case-')), 'case');
  const kind = { format: caseFormat, names: extractedNames };
  const written = writeFolder(folder, kind, (sink) =>
    extractCase(caseOf(refused), { parameters, folder, rerun: '' }, sink),
  );
  expect(written).toMatchObject({ ok: true });
  const [program = '', ...words] = scripted(['{"reject":{"reason":"trust.invalid-key"}}']);
  const input = readFileSync(join(folder, 'transcript.jsonl'));
  const result = readExtracted((path) => readFileSync(join(folder, path)), 'case');
  if (!result.ok) throw new Error(result.problem.problem);
  expect(replayInput(result.extracted, join(folder, 'blobs'), join(folder, 'outputs'))).toBe(input.toString());
  const { stdout } = spawnSync(program, words, { input });
  expect(describeReplay(result.extracted, readReplay(result.extracted, stdout, { get: () => undefined }))).toContain(
    'pass',
  );
});
