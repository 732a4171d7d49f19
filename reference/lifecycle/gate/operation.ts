import type { OperationValue } from '#spec/operations.ts';
import { ok, type Result } from '#spec/result.ts';
import type { InputReader } from '../../subject/read-input.ts';
import { indexFromJson } from '../index/installed-index.ts';
import { statusesFromJson } from '../step/state-json.ts';
import { readContext } from './context.ts';
import { type GateQuestion, gateDecision } from './decide.ts';

export function askGate(reader: InputReader): Result<OperationValue<'lifecycle.gate'>> {
  const input = reader.bytes('input');
  const rows = reader.json('statuses');
  const indexDocument = reader.json('index');
  // GATE-READ: rows and index are looked at where the answer can depend on them.
  const isLookedUp = reader.flag('readable') && readContext(input).kind === 'skill';
  if (!isLookedUp) return ok(answerTo({ statuses: undefined, index: undefined, input }));
  const statuses = statusesFromJson(rows);
  if (!statuses.ok) return statuses;
  const index = indexDocument === null ? ok(undefined) : indexFromJson(indexDocument);
  if (!index.ok) return index;
  return ok(answerTo({ statuses: statuses.value, index: index.value, input }));
}

function answerTo(question: GateQuestion): OperationValue<'lifecycle.gate'> {
  const { code, skillId, version, status } = gateDecision(question);
  return { code, skill_id: skillId, version, status };
}
