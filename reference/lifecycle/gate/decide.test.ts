import { expect, test } from 'vitest';
import { emptyIndex } from '../index/installed-index.ts';
import { record, row } from '../view/testing/state.ts';
import { gateDecision } from './decide.ts';

const ask = (input: unknown) => Buffer.from(JSON.stringify(input));
const input = ask({ skill_id: 'acme.echo' });

test('a list of installed skills that is empty opens nothing (GATE-AS-RUN)', () => {
  expect(gateDecision({ statuses: [row()], index: emptyIndex, input })).toEqual({
    code: 'skill.execution.missing',
    skillId: 'acme.echo',
    version: null,
    status: null,
  });
});

test('what was enabled in one version stays shut in the current one (GATE-AS-RUN)', () => {
  const statuses = [row({ status: 'quarantined' }), row({ version: '1.1.0', detectedAtMs: 9n })];
  const entries = [record(), record({ version: '1.1.0', current: false })];
  const told = gateDecision({ statuses, index: { ...emptyIndex, entries }, input });
  expect(told).toMatchObject({ code: 'skill.execution.denied', version: '1.0.0', status: 'quarantined' });
  const untold = gateDecision({ statuses, index: undefined, input });
  expect(untold).toMatchObject({ code: 'skill.execution.allowed', version: '1.1.0' });
});

test('a name of an object is no skill and no version (GATE-SKILL-ID)', () => {
  const statuses = [row({ skillId: '__proto__' })];
  const proto = Buffer.from('{"__proto__": {"skill_id": "acme.echo"}}');
  expect(gateDecision({ statuses, index: undefined, input: proto }).code).toBe('skill.execution.not_applicable');
  const named = gateDecision({ statuses, index: undefined, input: ask({ skill_id: '__PROTO__' }) });
  expect(named).toMatchObject({ code: 'skill.execution.allowed', skillId: '__proto__' });
});

test('an input deeper than any reader is one that cannot be judged (GATE-INPUT)', () => {
  const deep = Buffer.from(`{"skill_id": "acme.echo", "x": ${'['.repeat(100_000)}`);
  expect(gateDecision({ statuses: [row()], index: undefined, input: deep }).code).toBe(
    'skill.execution.invalid_context',
  );
});
