import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { cases } from '#conformance/cases/index.ts';
import { indexCases } from '#conformance/recipe/case-index.ts';
import { planCall } from '#conformance/runner/expectation.ts';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { referenceSubject, shippedParameters } from '#reference/subject/reference-subject.ts';
import { jsonFile } from '#spec/compile/plain.ts';
import type { Operation, WireValue } from '#spec/operations.ts';
import { schemaFiles } from '#spec/schema/files.ts';

const reference = referenceSubject();
const ajv = new Ajv2020({ strict: true });
for (const operation of reference.operations) {
  const schema = schemaFiles.get(`spec/schemas/operations/${operation}.schema.json`);
  if (schema !== undefined) ajv.addSchema(JSON.parse(jsonFile(schema)), operation);
}

/** What is wrong with the value; JSON.parse rounds beyond 2^53, as it rounded the bounds. */
function misfit(operation: Operation, value: WireValue): string | null {
  const validate = ajv.getSchema(`${operation}#/$defs/value`);
  return validate?.(JSON.parse(jsonFile(value))) ? null : ajv.errorsText(validate?.errors);
}

/** A long archive would stand in a file of its own; here it is left out. */
function withoutLongBytes(value: WireValue): WireValue {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const members = value instanceof Map ? [...value] : Object.entries(value);
  return new Map(members.map(([name, member]) => [name, member instanceof Uint8Array ? new Uint8Array() : member]));
}

test('every value that the reference gives to an accepted case fits the schema of its operation', async () => {
  const index = indexCases(cases);
  const world = makeWorld(frozenSeed, shippedParameters);
  // The archives at the limits of size take seconds, and their values are like the others.
  const accepted = cases.filter(({ kind, id }) => kind === 'accepted' && !id.includes('-mib'));
  const misfits: string[] = [];
  for (const one of accepted) {
    const { operation, input } = planCall(one, index, world);
    const reply = await reference.call(operation, { ...input });
    const found = reply.outcome === 'ok' ? misfit(operation, withoutLongBytes(reply.value)) : null;
    if (found !== null) misfits.push(`${one.id}: ${found}`);
  }
  expect(accepted.length).toBeGreaterThan(0);
  expect(misfits).toEqual([]);
});
