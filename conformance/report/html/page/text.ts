import { inlineParts } from '../view/inline-parts.ts';
import { h } from './dom.ts';

/** A sentence of the specification, with its code and its keyword set apart. */
export function inline(text: string): readonly (Node | string)[] {
  return inlineParts(text).map(({ kind, text: part }) => {
    if (kind === 'code') return h('code', {}, part);
    return kind === 'keyword' ? h('strong', { class: 'keyword' }, part) : part;
  });
}

/** What a subject said: it keeps its own direction and cannot turn the words around it. */
export function said(text: string): HTMLElement {
  return h('bdi', { class: 'said', dir: 'auto' }, text);
}

export function facts(
  ...pairs: readonly (readonly [name: string, ...value: (Node | string)[]] | false | undefined)[]
): HTMLElement {
  const rows = pairs.flatMap((pair) => {
    if (pair === false || pair === undefined) return [];
    const [name, ...value] = pair;
    return [h('div', {}, h('dt', {}, name), h('dd', {}, ...value))];
  });
  return h('dl', {}, ...rows);
}
