import { type Example, examples } from '#spec/generated/examples.ts';
import type { Case } from '../case.ts';
import { accepted, rejected, replace } from '../rows.ts';

/** The manifests that the chapters show, and the changes of them that they say are refused. */
export const exampleCases: readonly Case[] = examples.map(caseOf);

function caseOf(example: Example): Case {
  if (example.kind === 'accepted') {
    const { id, proves, text } = example;
    return accepted(id, proves, () => ({ operation: 'manifest.parse', model: { text } }));
  }
  const { id, proves, twin, code } = example;
  return rejected(id, proves, twin, code, replace(['text'], example.replace, example.with));
}
