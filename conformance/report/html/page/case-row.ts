import type { PageCase, PageData } from '../view/model.ts';
import { verdictShapes } from '../view/shapes.ts';
import { verdictWords } from '../view/words.ts';
import { caseDetail } from './case-detail.ts';
import { disclosure } from './disclosure.ts';
import { h, tally } from './dom.ts';
import { said } from './text.ts';

/** `within` tells the places apart where the same case may stand on the page. */
export function caseRow(one: PageCase, data: PageData, within: string): HTMLElement {
  const { id, verdict, expected, observed } = one;
  return disclosure({
    key: `${within} ${id}`,
    kind: `case ${verdict}`,
    summary: [
      tally(verdictShapes[verdict], verdictWords[verdict]),
      h('code', { class: 'id' }, id),
      h(
        'span',
        { class: 'gist' },
        said(observed.text),
        verdict === 'fail' && expected.reason !== undefined && `, expected ${expected.text}`,
      ),
    ],
    body: () => caseDetail(one, data),
  });
}
