import { expect, test } from 'vitest';
import { referenceSubject } from '#reference/subject/reference-subject.ts';
import { toJson, toJsonObject } from '#spec/compile/plain.ts';
import { isJsonObject } from '#spec/json/value.ts';
import type { WireValue } from '#spec/operations.ts';
import { workedExamples } from '#spec/schema/worked/operations.ts';

const reference = referenceSubject();

/** Without the bytes of an archive: how they are compressed is free, and what they hold is in the payload hash. */
function comparable(value: WireValue): WireValue {
  const json = toJson(value);
  return isJsonObject(json) ? new Map([...json].filter(([name]) => name !== 'artifact')) : json;
}

test.each(reference.operations)('the worked example of %s is what the reference answers', async (operation) => {
  const { input, value } = workedExamples[operation];
  const reply = await reference.call(operation, input);
  expect(reply.outcome).toBe('ok');
  expect(reply.outcome === 'ok' ? comparable(reply.value) : reply).toEqual(comparable(toJsonObject(value)));
});
