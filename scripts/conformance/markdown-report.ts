import type { RequirementStatus, SuiteReport } from '../../conformance/index.ts';

const statuses: readonly RequirementStatus[] = ['met', 'unmet', 'warned', 'open', 'outside', 'observed'];

/** A page for people: the verdict, what failed, and where every set stands. */
export function markdownReport(report: SuiteReport): string {
  const { subject, verdict, seed, counts } = report;
  return `${[
    `# ${subject.name} ${subject.version}: ${verdict}`,
    `${counts.pass} passed, ${counts.fail} failed, ${counts.unsupported} unsupported, ${counts.observed} observed; seed \`${seed}\`.`,
    ...failures(report),
    '## Requirements',
    setTable(report),
    ...observations(report),
  ].join('\n\n')}\n`;
}

function failures({ results }: SuiteReport): readonly string[] {
  const rows = results
    .filter(({ verdict }) => verdict === 'fail')
    .map(
      ({ id, proves, expected, observed }) =>
        `| ${id} | ${proves.join(', ')} | ${cell(expected)} | ${cell(observed)} |`,
    );
  return rows.length === 0 ? [] : ['## Failures', table('| case | proves | expected | observed |', rows)];
}

function setTable({ requirements }: SuiteReport): string {
  const rows = ['core', 'documented', 'hardened'].map((set) => {
    const inSet = requirements.filter((requirement) => requirement.set === set);
    const counted = statuses.map((status) => inSet.filter((requirement) => requirement.status === status).length);
    return `| ${set} | ${counted.join(' | ')} |`;
  });
  return table(`| set | ${statuses.join(' | ')} |`, rows);
}

function observations({ results }: SuiteReport): readonly string[] {
  const rows = results
    .filter(({ verdict }) => verdict === 'observed')
    .map(({ id, expected, observed }) => `| ${id} | ${cell(expected)} | ${cell(observed)} |`);
  return rows.length === 0 ? [] : ['## Observations', table('| case | expected | observed |', rows)];
}

function table(head: string, rows: readonly string[]): string {
  const rule = head.replace(/[^|]+/g, '---');
  return [head, rule, ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
