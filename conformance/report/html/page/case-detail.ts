import type { ExpectedText } from '../../lines.ts';
import type { PageCase, PageData, PageObserved, PageRequirement } from '../view/model.ts';
import { everything, writeQuery } from '../view/query.ts';
import { extractCommand, rerunCommand } from '../view/rerun.ts';
import { statusShapes, verdictShapes } from '../view/shapes.ts';
import { statusWords, verdictWords } from '../view/words.ts';
import { command } from './copy.ts';
import { type Child, h, tally } from './dom.ts';
import { facts, inline, said } from './text.ts';

/** Everything the report holds of one case. */
export function caseDetail(one: PageCase, data: PageData): readonly Child[] {
  return [
    answers(one, data),
    one.observed.native !== undefined && quoted('The subject says', data.texts[one.observed.native]),
    origin(one, data),
    one.observed.stderr !== undefined && quoted('The end of standard error', data.texts[one.observed.stderr]),
    one.known !== undefined && h('p', { class: 'remark' }, h('b', {}, 'Known: '), said(one.known)),
    one.note !== undefined && h('p', { class: 'remark' }, h('b', {}, 'Note: '), one.note),
    ...one.requirements.map((index) => provedClause(data.requirements[index])),
    h(
      'div',
      { class: 'commands' },
      command('Ask this case again', rerunCommand(one.id, data.rerun)),
      command('Write its input to a folder', extractCommand(one.id, data.rerun)),
    ),
    h('p', { class: 'quiet' }, `Operation ${one.operation} · `, caseLink(one.id, 'Link to this case')),
  ];
}

function answers({ verdict, expected, observed }: PageCase, data: PageData): HTMLElement {
  const diagnosis = observed.diagnosis;
  return h(
    'div',
    { class: `answers is-${verdictShapes[verdict]}` },
    answer('Expected', expected),
    answer(
      'Observed',
      observed,
      diagnosis !== undefined && h('p', {}, `${data.diagnoses[diagnosis]} `, h('code', {}, diagnosis)),
    ),
  );
}

function answer(title: string, { outcome, reason, text }: ExpectedText | PageObserved, more?: Child): HTMLElement {
  const rest = text.startsWith(outcome) ? text.slice(outcome.length).replace(/^[:, ]+/, '') : text;
  return h(
    'div',
    {},
    h('p', { class: 'label' }, title),
    h('p', { class: 'outcome' }, h('b', {}, outcome), ' ', reason !== undefined && h('code', {}, said(reason))),
    rest !== '' && rest !== reason && h('p', {}, said(rest)),
    more,
  );
}

function origin({ twin, edit }: PageCase, data: PageData): Child {
  if (twin === undefined && edit === undefined) return undefined;
  const other = data.cases.find(({ id }) => id === twin);
  const verdict = other && tally(verdictShapes[other.verdict], verdictWords[other.verdict]);
  return facts(
    twin !== undefined && ['Accepted twin', other ? caseLink(twin, twin) : h('code', {}, twin), ' ', verdict ?? ''],
    edit !== undefined && ['The one change', h('code', { class: 'edit' }, edit)],
  );
}

function quoted(title: string, text: string | undefined): HTMLElement {
  // It scrolls when it is long, so the keyboard must be able to reach it.
  const block = h('pre', { dir: 'auto', tabindex: '0', role: 'group', 'aria-label': title }, text);
  return h('figure', {}, h('figcaption', {}, title), block);
}

function provedClause(requirement: PageRequirement | undefined): Child {
  if (requirement === undefined) return undefined;
  const { id, text, why, status } = requirement;
  return h(
    'blockquote',
    { class: 'clause' },
    h('p', {}, ...inline(text)),
    why !== '' && h('p', { class: 'quiet' }, 'Why: ', ...inline(why)),
    h('footer', {}, requirementLink(id), ' ', tally(statusShapes[status], statusWords[status])),
  );
}

function caseLink(id: string, text: string): HTMLElement {
  return h('a', { href: writeQuery({ ...everything, selected: id }) }, text);
}

function requirementLink(id: string): HTMLElement {
  return h('a', { href: writeQuery({ ...everything, text: id }) }, id);
}
