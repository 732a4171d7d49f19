import type { Options } from './options.ts';

/** What is to be seen: the part of the page's state that is kept in its address. */
export interface Query {
  readonly view: View;
  readonly text: string;
  /** Of each facet what is wanted; nothing chosen is everything. */
  readonly facets: Facets;
  /** The case that is shown alone. */
  readonly selected: string | null;
}

export const views = ['requirements', 'causes', 'cases'] as const;
export type View = (typeof views)[number];

export const facetNames = ['verdict', 'status', 'set', 'area'] as const;
export type FacetName = (typeof facetNames)[number];
export type Facets = Readonly<Record<FacetName, readonly string[]>>;

export const everything: Query = {
  view: 'requirements',
  text: '',
  facets: { verdict: [], status: [], set: [], area: [] },
  selected: null,
};

export function isFiltered({ text, facets }: Query): boolean {
  return text.trim() !== '' || facetNames.some((name) => facets[name].length > 0);
}

/** Of an address nothing is believed: what is not among the options is passed over. */
export function readQuery(hash: string, options: Options): Query {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const chosen = (name: FacetName) => {
    const wanted = (words.get(name) ?? '').split(',');
    return options[name].map(({ value }) => value).filter((value) => wanted.includes(value));
  };
  return {
    view: views.find((view) => view === words.get('view')) ?? everything.view,
    text: words.get('q') ?? '',
    facets: { verdict: chosen('verdict'), status: chosen('status'), set: chosen('set'), area: chosen('area') },
    selected: words.get('case'),
  };
}

/** The fragment that `readQuery` reads back; what is as everybody finds it stays out of it. */
export function writeQuery({ view, text, facets, selected }: Query): string {
  const words: (readonly [string, string])[] = [
    ...(view === everything.view ? [] : [['view', view] as const]),
    ...facetNames.filter((name) => facets[name].length > 0).map((name) => [name, facets[name].join(',')] as const),
    ...(text === '' ? [] : [['q', text] as const]),
    ...(selected === null ? [] : [['case', selected] as const]),
  ];
  const written = words.map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(value.toWellFormed()).replaceAll('%2C', ',').replaceAll('%2F', '/')}`,
  );
  return `#${written.join('&') || 'view=requirements'}`;
}
