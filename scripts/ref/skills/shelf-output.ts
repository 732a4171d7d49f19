import { recordToJson } from '#reference/lifecycle/index/installed-index.ts';
import { describeFailure } from '#spec/failure/describe.ts';
import type { Failure } from '#spec/failure.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { markedLine } from '../../cli/terminal.ts';
import type { ShelfEntry } from './shelf.ts';

/** An entry of the inventory: the record, and beside it what is known of it now. */
export function entryToJson({ inventory, facts }: ShelfEntry): JsonObject {
  const { record, installState, runtimeStatus, eligibility } = inventory;
  const known = 'problem' in facts ? undefined : facts;
  return new Map<string, Json>([
    ...recordToJson(record),
    ['install_state', installState],
    ['skill_name', known?.name ?? null],
    ['tool_count', known === undefined ? null : BigInt(known.toolCount)],
    [
      'runtime_status',
      new Map<string, Json>([
        ['status', runtimeStatus.status],
        ['source', runtimeStatus.source],
        ['quarantine_status', runtimeStatus.quarantineStatus],
        ...present('reason', runtimeStatus.reason),
        ...present('detected_at_ms', runtimeStatus.detectedAtMs),
        ...present('operator_principal', runtimeStatus.operatorPrincipal),
      ]),
    ],
    [
      'requirements',
      known === undefined
        ? null
        : new Map<string, Json>([
            ['required_protocol_major', known.protocolMajor],
            ['min_palyra_version', known.minVersion],
          ]),
    ],
    ['eligibility', new Map<string, Json>(Object.entries(eligibility))],
    ...('problem' in facts ? [['problem', problemToJson(facts.problem)] as const] : []),
  ]);
}

export function entryLine({ inventory, facts }: ShelfEntry): string {
  const { record, installState, runtimeStatus, eligibility } = inventory;
  const { skillId, version, publisher, trustDecision, source } = record;
  const line = markedLine('skills.entry', {
    skill_id: skillId,
    version,
    publisher,
    install_state: installState,
    runtime_status: runtimeStatus.status,
    trust: trustDecision,
    eligibility: eligibility.status,
    tool_count: 'problem' in facts ? 'unknown' : facts.toolCount,
    source: `${source.kind}:${source.reference}`,
  });
  if (!('problem' in facts)) return line;
  const { code } = facts.problem;
  return (
    line + markedLine('skills.problem', { skill_id: skillId, version, code, message: describeFailure(facts.problem) })
  );
}

/** CMD-LIST-PARTIAL */
export function problemLine(problem: Failure): string {
  return markedLine('skills.problem', { code: problem.code, message: describeFailure(problem) });
}

/** For commands whose output is about something else. */
export function problemNote(problem: Failure | undefined): string {
  return problem === undefined ? '' : `note: the statuses are not known: ${describeFailure(problem)}\n`;
}

export function hasProblem({ facts }: ShelfEntry): boolean {
  return 'problem' in facts;
}

export function problemToJson(problem: Failure): JsonObject {
  return new Map([
    ['code', problem.code],
    ['message', describeFailure(problem)],
  ]);
}

function present(key: string, value: Json): readonly [string, Json][] {
  return value === null ? [] : [[key, value]];
}
