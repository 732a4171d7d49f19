import { type Child, h } from './dom.ts';

export interface Disclosure {
  /** By which it is known again when the list is made anew. */
  readonly key: string;
  readonly kind: string;
  readonly summary: readonly Child[];
  /** Called when it is opened for the first time, so what nobody looks at costs nothing. */
  readonly body: () => readonly Child[];
  readonly open?: boolean;
}

/** What the reader opened or closed by hand; it outlasts a change of the filters. */
const chosen = new Map<string, boolean>();

export function disclosure({ key, kind, summary, body, open: byDefault = false }: Disclosure): HTMLDetailsElement {
  const details = h('details', { class: `row ${kind}` }, h('summary', {}, ...summary));
  const fill = () => {
    if (details.open && details.childElementCount === 1) details.append(h('div', { class: 'inside' }, ...body()));
  };
  details.open = chosen.get(key) ?? byDefault;
  fill();
  details.addEventListener('toggle', () => {
    if (details.open !== (chosen.get(key) ?? byDefault)) chosen.set(key, details.open);
    fill();
  });
  return details;
}
