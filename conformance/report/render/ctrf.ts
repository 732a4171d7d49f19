import type { CaseLine, Report } from '../lines.ts';
import { areaOf } from './by-area.ts';
import { differenceText, evidenceWithin, isFailure, shownId, skippedText } from './case-text.ts';
import type { RenderOptions } from './options.ts';
import { suiteOf } from './suite-of.ts';
import { visible } from './visible.ts';

/** Common Test Report Format; a report has no clock, so every time in it is 0. */
export function renderCtrf(report: Report, options: RenderOptions = {}): string {
  const { header, footer, cases } = report;
  const evidenceOf = evidenceWithin(header.plan, options, (text) => text);
  const tests = cases.map((line) => testOf(line, evidenceOf));
  const count = (status: Status) => tests.filter((test) => test.status === status).length;
  const document = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    results: {
      tool: suiteOf(header),
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: 0,
        start: 0,
        stop: 0,
      },
      tests,
      environment: {
        appName: visible(header.subject.name),
        appVersion: visible(header.subject.version),
        extra: { verdict: footer.verdict, plan: header.plan, stopped: footer.stopped, digests: header.digests },
      },
    },
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

type Status = 'passed' | 'failed' | 'skipped';

function statusOf(line: CaseLine): Status {
  if (isFailure(line)) return 'failed';
  return line.verdict === 'pass' ? 'passed' : 'skipped';
}

function testOf(line: CaseLine, evidenceOf: (line: CaseLine) => string) {
  const { id, requirements, operation, verdict, known, observed } = line;
  const status = statusOf(line);
  const name = shownId(id);
  return {
    testId: name,
    name,
    status,
    rawStatus: known === undefined ? verdict : `${verdict} (known)`,
    duration: 0,
    suite: [areaOf(id)],
    tags: requirements,
    labels: { operation, outcome: observed.outcome },
    ...(status === 'skipped' ? { message: skippedText(line) } : {}),
    ...(status === 'failed' ? { message: differenceText(line), trace: evidenceOf(line) } : {}),
  };
}
