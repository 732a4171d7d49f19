import { expect, test } from 'vitest';
import { referenceSubject } from '#reference/subject/reference-subject.ts';
import { toJson, toJsonObject } from '#spec/compile/plain.ts';
import { isJsonObject } from '#spec/json/value.ts';
import type { WireValue } from '#spec/operations.ts';
import { workedExamples } from '#spec/schema/worked/operations.ts';

const reference = referenceSubject();

/** How an archive is compressed is free, what it holds is in the payload hash; and a run takes as long as it takes. */
const free = ['artifact', 'duration_ms'];

function comparable(value: WireValue): WireValue {
  const json = toJson(value);
  return isJsonObject(json) ? new Map([...json].filter(([name]) => !free.includes(name))) : json;
}

test.each(reference.operations)('the worked example of %s is what the reference answers', async (operation) => {
  const { input, value } = workedExamples[operation];
  const reply = await reference.call(operation, input);
  expect(reply.outcome).toBe('ok');
  expect(reply.outcome === 'ok' ? comparable(reply.value) : reply).toEqual(comparable(toJsonObject(value)));
});
