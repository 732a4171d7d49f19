import type { Area } from '../areas.ts';
import type { CaseSummary } from './cases.ts';
import type { Mention, TestMention } from './mentions.ts';
import { byId } from './order.ts';
import { jsonFile } from './plain.ts';
import { type Keyword, type Requirement, type RequirementSet, requirementSets } from './requirement.ts';

/** What shows that a requirement is kept: cases, or tests where no operation reaches it; an observation shows nothing. */
const traceStates = ['proven', 'observed', 'outside', 'unproven'] as const;
type TraceState = (typeof traceStates)[number];

export interface TraceRow {
  readonly id: string;
  readonly keyword: Keyword;
  readonly set: RequirementSet;
  readonly area: Area;
  readonly state: TraceState;
  readonly cases: readonly string[];
  readonly tests: readonly string[];
  readonly code: readonly string[];
}

/** Everything that names a requirement. Files without lines: a line that moves is no news. */
export function traceRows(
  requirements: readonly Requirement[],
  cases: readonly CaseSummary[],
  tests: readonly TestMention[],
  code: readonly Mention[],
): readonly TraceRow[] {
  const casesOf = groupBy(cases.flatMap((one) => one.proves.map((id) => ({ id, item: one }))));
  const testsOf = groupBy(tests.map((test) => ({ id: test.id, item: test })));
  const codeOf = groupBy(code.map((mention) => ({ id: mention.id, item: mention.file })));
  const rows = requirements.map((requirement) => {
    const { id, keyword, set, area } = requirement;
    const proving = casesOf.get(id) ?? [];
    const showing = testsOf.get(id) ?? [];
    return {
      id,
      keyword,
      set,
      area,
      state: stateOf(requirement, proving, showing.length > 0),
      cases: sorted(proving.map((one) => one.id)),
      tests: sorted(showing.map(({ file, name }) => `${file}: ${name}`)),
      code: sorted(codeOf.get(id) ?? []),
    };
  });
  return byId(rows);
}

function stateOf({ outside }: Requirement, proving: readonly CaseSummary[], isShown: boolean): TraceState {
  if (outside !== null) return isShown ? 'outside' : 'unproven';
  if (proving.some(({ kind }) => kind !== 'observed')) return 'proven';
  return proving.length > 0 ? 'observed' : 'unproven';
}

export function traceJson(rows: readonly TraceRow[]): string {
  return jsonFile({ counts: counts(rows), requirements: rows.map((row) => ({ ...row })) });
}

export function traceMarkdown(rows: readonly TraceRow[]): string {
  const summary = Object.entries(counts(rows)).map(
    ([set, { requirements, ...states }]) =>
      `| ${set} | ${requirements} | ${traceStates.map((state) => states[state]).join(' | ')} |`,
  );
  const lines = rows.map(
    ({ id, keyword, set, state, cases, tests, code }) =>
      `| ${id} | ${keyword} | ${set} | ${state} | ${cases.length} | ${tests.length} | ${code.join('<br>')} |`,
  );
  return `# Trace

What proves each requirement, and where it is kept. Written by \`npm run spec\`; \`trace.json\` names each case and test.

*proven*: by cases. *observed*: printed, never scored. *outside*: no operation reaches it, so tests of the reference show
it. *unproven*: by nothing yet.

| set | requirements | ${traceStates.join(' | ')} |
|---|---|${'---|'.repeat(traceStates.length)}
${summary.join('\n')}

| requirement | keyword | set | state | cases | tests | code |
|---|---|---|---|---|---|---|
${lines.join('\n')}
`;
}

function counts(rows: readonly TraceRow[]) {
  return Object.fromEntries(
    requirementSets.map((set) => {
      const members = rows.filter((row) => row.set === set);
      const count = (state: TraceState) => BigInt(members.filter((row) => row.state === state).length);
      const states = { proven: count('proven'), observed: count('observed') };
      return [
        set,
        { requirements: BigInt(members.length), ...states, outside: count('outside'), unproven: count('unproven') },
      ];
    }),
  );
}

function groupBy<T>(pairs: readonly { readonly id: string; readonly item: T }[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const { id, item } of pairs) {
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [item]);
    else group.push(item);
  }
  return groups;
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
