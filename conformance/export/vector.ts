import type { World } from '#fixtures/world.ts';
import { type Requirement, requirements } from '#spec/generated/requirements.ts';
import type { WireValue } from '#spec/operations.ts';
import { type BlobSink, encodeMessage } from '#spec/wire/encode.ts';
import type { Case } from '../case.ts';
import { levelOf } from '../plan/selection.ts';
import type { CaseIndex } from '../recipe/case-index.ts';
import { levels } from '../report/lines.ts';
import { planCall } from '../runner/expectation.ts';
import { originOf } from '../runner/origin.ts';
import { expectationJson, needed } from './expectation-json.ts';

const requirementOf: ReadonlyMap<string, Requirement> = new Map(requirements.map((one) => [one.id, one]));

const noBlobs: BlobSink = {
  put: () => {
    throw new Error('only the input of a vector has blobs');
  },
};

/** One line of `vectors.jsonl`, without its line feed. Large bytes of the input go to the sink. */
export function vectorLine(one: Case, index: CaseIndex, world: World, sink: BlobSink): string {
  const { operation, input, expectation, needs } = planCall(one, index, world);
  const proven = one.proves.flatMap((id) => requirementOf.get(id) ?? []);
  const blobs = new Set<string>();
  const put = (bytes: Uint8Array) => {
    const sha256 = sink.put(bytes);
    blobs.add(sha256);
    return sha256;
  };
  const inputText = encodeMessage(input(), { put });
  const head: WireValue = {
    id: one.id,
    requirements: one.proves,
    sets: [...new Set(proven.map(({ set }) => set))],
    level: levels.find((level) => proven.some((requirement) => levelOf(requirement) === level)) ?? 'may',
    op: operation,
    ...needed(needs),
    ...originOf(one, index, world),
    ...(one.note === undefined ? {} : { note: one.note }),
    expect: expectationJson(expectation),
    blobs: [...blobs],
  };
  return `${encodeMessage(head, noBlobs).slice(0, -1)},"input":${inputText}}`;
}
