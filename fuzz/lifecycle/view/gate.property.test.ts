import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GateQuestion, gateDecision } from '#reference/lifecycle/gate/decide.ts';
import { emptyIndex } from '#reference/lifecycle/index/installed-index.ts';
import type { StatusRow } from '#reference/lifecycle/step/types.ts';
import { findSkill } from '#reference/runtime/runner/installed-skills.ts';
import { gateCodes } from '#spec/eligibility.ts';
import { someId, someRecords, someRows, someVersion } from './arbitrary.ts';

const someText = fc.oneof(someId, someVersion, fc.constantFrom('', ' ', ' 1.0.0', 'ACME.A'));
const someInput = fc
  .record(
    {
      skill_id: fc.oneof({ weight: 9, arbitrary: someText }, fc.jsonValue({ maxDepth: 1 })),
      skill_version: fc.oneof({ weight: 4, arbitrary: someText }, fc.constant(null), fc.jsonValue({ maxDepth: 1 })),
      module_wat: fc.constantFrom(null, '', '(module)'),
      tool_id: someText,
    },
    { requiredKeys: [] },
  )
  .map((input) => Buffer.from(JSON.stringify(input)));

const someQuestion: fc.Arbitrary<GateQuestion> = fc.record({
  statuses: fc.option(someRows, { nil: undefined }),
  index: fc.option(
    someRecords.map((entries) => ({ ...emptyIndex, entries })),
    { nil: undefined },
  ),
  input: fc.oneof({ weight: 6, arbitrary: someInput }, fc.uint8Array({ maxLength: 40 })),
});

test('nothing is allowed without an active row of what the runner runs (GATE-ACTIVE, GATE-AS-RUN, GATE-UNREADABLE)', () => {
  const property = fc.property(someQuestion, (question) => {
    const { code, skillId, version, status } = gateDecision(question);
    expect(gateCodes).toContain(code);
    if (code !== 'skill.execution.allowed') return;
    expect(status).toBe('active');
    const row = question.statuses?.find((each) => each.skillId === skillId && each.version === version);
    expect(row?.status).toBe('active');
    if (question.index === undefined) return;
    const asked = JSON.parse(Buffer.from(question.input).toString()) as Record<string, string | null | undefined>;
    const wanted = asked['skill_version']?.trim();
    expect(findSkill(question.index.entries, asked['skill_id'] ?? '', wanted)?.version).toBe(version);
  });
  fc.assert(property, { numRuns: 3000 });
});

test('rows of other skills and of versions that are not asked for change nothing (GATE-ROW-MATCH, GATE-GIVEN-VERSION)', () => {
  const property = fc.property(someRows, someRows, someId, someVersion, (own, others, id, version) => {
    const isApart = (row: StatusRow) => row.skillId !== id || row.version !== version;
    const statuses = own.filter((row) => !isApart(row));
    const ask = (rows: readonly StatusRow[], fields: object) =>
      gateDecision({ statuses: rows, index: undefined, input: Buffer.from(JSON.stringify(fields)) });
    const versioned = { skill_id: id, skill_version: version };
    expect(ask([...statuses, ...others.filter(isApart)], versioned)).toEqual(ask(statuses, versioned));
    const unversioned = { skill_id: id };
    const strangers = others.filter((row) => row.skillId !== id);
    expect(ask([...strangers, ...own], unversioned)).toEqual(ask(own, unversioned));
  });
  fc.assert(property, { numRuns: 1000 });
});
