import { type Cause, causesOf } from '../view/causes.ts';
import type { PageCase, PageData } from '../view/model.ts';
import { verdictShapes } from '../view/shapes.ts';
import { count } from '../view/words.ts';
import { batches } from './batches.ts';
import { caseRow } from './case-row.ts';
import { disclosure } from './disclosure.ts';
import { type Child, h, tally } from './dom.ts';
import { inline } from './text.ts';

/** What went wrong, with the cases that went wrong in the same way. */
export function causeList(cases: readonly PageCase[], data: PageData): readonly Child[] {
  const causes = causesOf(cases, data.diagnoses);
  return [batches(causes, (cause) => causeRow(cause, data, causes.length <= 3))];
}

function causeRow({ sentence, cases }: Cause, data: PageData, open: boolean): HTMLElement {
  const verdict = cases[0]?.verdict ?? 'fail';
  return disclosure({
    key: `cause ${sentence}`,
    kind: 'cause',
    summary: [
      tally(verdictShapes[verdict], count(cases.length, 'case')),
      h('span', { class: 'sentence' }, ...inline(sentence)),
    ],
    body: () => [batches(cases, (one) => caseRow(one, data, sentence))],
    open,
  });
}
