import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import { type CaseLine, type ObservedText, type Report, reportFormat } from '../lines.ts';
import { greeting } from './reports.ts';

/** Everything that ought to have no effect on whatever shows it. */
export const hostile =
  '</td></code>]]><script>alert(1)</script> | a\\|b ``` ![x](http://evil.example/x.png) [y](javascript:alert(1)) @everyone ' +
  '<!-- \u001b[31m \u0000 \u202e \u200b \ud800 \ufffe \u{1f600} {0} &amp; \'"\r\n# heading\n\n- item\t| tab';

function line(
  id: string,
  requirements: readonly RequirementId[],
  verdict: CaseLine['verdict'],
  expected: CaseLine['expected'],
  observed: ObservedText,
  more: Pick<CaseLine, 'twin' | 'edit' | 'note' | 'known'> = {},
): CaseLine {
  return { kind: 'case', id, requirements, operation: 'artifact.verify', verdict, expected, observed, ...more };
}

const accept = { outcome: 'ok', text: 'ok' } as const;
const acceptValue = { outcome: 'ok', text: 'ok with a value' } as const;
const refuse = {
  outcome: 'reject',
  reason: 'artifact.duplicate-entry',
  text: 'reject artifact.duplicate-entry',
} as const;
const observe = { outcome: 'observe', text: 'observed only (shipping software: accepted)' } as const;
const undeclared = {
  outcome: 'observe',
  undeclared: ['fuel:wasmtime'],
  text: 'observed only: needs fuel:wasmtime, which the subject does not declare',
} as const;
const origin = { twin: 'artifact/two-names', edit: 'entries.1.name: "a" became "b"' };
const names = ['ART-UNIQUE-NAMES'] as const;
const others = ['ART-SIGNATURE-ARRAY', 'ART-NAMES-CASE'] as const;

/** Each verdict and each outcome once, and texts of somebody who means no good. Its digests and footer are made up. */
export const goldenReport: Report = {
  header: {
    kind: 'header',
    format: reportFormat,
    suite: { name: 'palyra-conformance', version: '0.1.0' },
    digests: { requirements: 'a'.repeat(64), cases: 'b'.repeat(64), plan: 'c'.repeat(64) },
    plan: {
      seed: 'frozen',
      frozen: true,
      sets: ['core', 'documented', 'hardened'],
      areas: ['manifest', 'artifact', 'trust', 'audit', 'runtime', 'lifecycle', 'a2ui'],
      levels: ['must', 'should', 'may'],
      cases: [],
      shard: null,
      complete: true,
      planned: 16,
    },
    subject: { ...greeting, name: `adapter ${hostile}` },
  },
  cases: [
    line('manifest/minimal', ['MAN-UTF8'], 'pass', accept, { outcome: 'ok', text: 'ok' }),
    line('artifact/name-twice', names, 'pass', refuse, { outcome: 'reject', reason: refuse.reason, text: refuse.text }),
    line('artifact/name-twice-apart', names, 'fail', refuse, { outcome: 'ok', text: 'ok' }, origin),
    line('artifact/two-names', names, 'fail', acceptValue, {
      outcome: 'ok',
      text: 'ok, but value.entries[1].size is 3 instead of 4',
    }),
    line('artifact/names-differ-by-case', others, 'fail', accept, {
      outcome: 'reject',
      reason: 'artifact.duplicate-entry',
      text: 'reject artifact.duplicate-entry',
      native: 'E_DUP: "README" and "readme"',
    }),
    line('artifact/signature-array', ['ART-SIGNATURE-ARRAY'], 'fail', accept, {
      outcome: 'fault',
      text: 'fault: not done yet',
    }),
    line('artifact/crash', names, 'fail', refuse, {
      outcome: 'crash',
      diagnosis: 'exit.signal',
      text: 'crash: ended by SIGSEGV',
      stderr: 'Traceback:\n\tat main.c:12\nsegmentation fault\n',
    }),
    line('artifact/timeout', names, 'fail', refuse, {
      outcome: 'timeout',
      diagnosis: 'call.timeout',
      text: 'timeout: 30 s',
    }),
    line('artifact/protocol', names, 'fail', refuse, {
      outcome: 'protocol-error',
      diagnosis: 'result.two-outcomes',
      text: 'protocol-error: ok and reject',
    }),
    line('artifact/flaky', names, 'fail', refuse, {
      outcome: 'flaky',
      diagnosis: 'subject.depends-on-order',
      text: 'ok, then reject artifact.duplicate-entry',
    }),
    line('artifact/holes', ['ART-HOLES'], 'observed', observe, { outcome: 'ok', text: 'ok' }),
    line('runtime/fuel-of-a-call', ['KEY-ID'], 'observed', undeclared, { outcome: 'ok', text: 'ok' }),
    line('trust/unsupported', ['TRUST-ADD'], 'unsupported', accept, {
      outcome: 'unsupported',
      text: 'unsupported: trust.add',
    }),
    line('trust/not-run', ['TRUST-ADD'], 'not-run', accept, { outcome: 'not-run', text: 'not run: too many crashes' }),
    line('trust/harness', ['TRUST-ADD'], 'not-run', accept, {
      outcome: 'harness-error',
      text: 'the suite failed: disk full',
    }),
    line(
      'trust/known',
      ['TRUST-ADD'],
      'fail',
      accept,
      { outcome: 'reject', reason: 'X', text: 'reject X' },
      { known: 'issue 12' },
    ),
    line(
      hostile,
      names,
      'fail',
      { outcome: 'ok', text: hostile },
      { outcome: 'reject', reason: hostile, text: hostile, native: hostile, stderr: hostile },
      { twin: hostile, edit: hostile, note: hostile },
    ),
    line(`artifact/${hostile}`, names, 'fail', accept, { outcome: 'ok', text: hostile }, { known: hostile }),
  ],
  footer: {
    kind: 'footer',
    verdict: 'not conformant',
    counts: { pass: 2, fail: 11, unsupported: 1, observed: 2, 'not-run': 2 },
    outcomes: {
      ok: 7,
      reject: 4,
      unsupported: 1,
      fault: 1,
      crash: 1,
      timeout: 1,
      'protocol-error': 1,
      'not-run': 1,
      flaky: 1,
      'harness-error': 1,
    },
    requirements: [
      { id: 'KEY-ID', keyword: 'MUST', set: 'core', status: 'undeclared' },
      { id: 'ART-HOLES', keyword: 'MAY', set: 'core', status: 'observed' },
      { id: 'ART-NAMES-CASE', keyword: 'MUST', set: 'core', status: 'unmet' },
      { id: 'ART-SIGNATURE-ARRAY', keyword: 'SHOULD', set: 'core', status: 'warned' },
      { id: 'ART-UNIQUE-NAMES', keyword: 'MUST NOT', set: 'core', status: 'unmet' },
      { id: 'MAN-UTF8', keyword: 'MUST', set: 'core', status: 'met' },
      { id: 'TRUST-ADD', keyword: 'MUST', set: 'core', status: 'unmet' },
    ],
    diagnoses: [
      { code: 'exit.signal', count: 1, detail: 'SIGSEGV' },
      { code: 'line.carriage-return', count: 15, detail: hostile },
    ],
    stopped: `the subject crashed too often ${hostile}`,
  },
};

/** As long as a report gets, with a few hundred characters of each kind of text. */
export function failingReport(count: number): Report {
  const { header, footer } = goldenReport;
  const requirements = footer.requirements.map(({ id }) => [id] as const);
  const cases = Array.from({ length: count }, (_, index) => ({
    ...line(`artifact/case-${index}`, requirements[index % requirements.length] ?? names, 'fail', refuse, {
      outcome: 'reject',
      reason: 'SomethingElse',
      text: `reject SomethingElse(${'x'.repeat(200)})`,
      native: hostile,
      stderr: 'at some place\n'.repeat(20),
    }),
    ...origin,
  }));
  return { header, cases, footer };
}
