import { groupBy } from './group.ts';
import type { PageData } from './model.ts';
import type { FacetName } from './query.ts';
import { type Shape, statusShapes, verdictShapes } from './shapes.ts';
import { statusOrder, statusWords, verdictOrder, verdictWords } from './words.ts';

export interface Option {
  readonly value: string;
  readonly word: string;
  readonly shape?: Shape;
  /** How many cases have this verdict, or how many requirements are of this kind. */
  readonly count: number;
}

export type Options = Readonly<Record<FacetName, readonly Option[]>>;

/** What can be chosen of each facet: only what the report has. */
export function facetOptions({ cases, requirements }: PageData): Options {
  const ofCases = tallyUp(cases, ({ verdict }) => verdict);
  const by = (kind: 'status' | 'set' | 'area') => tallyUp(requirements, (one) => one[kind]);
  return {
    verdict: verdictOrder.flatMap((value) => option(ofCases, value, verdictWords[value], verdictShapes[value])),
    status: statusOrder.flatMap((value) => option(by('status'), value, statusWords[value], statusShapes[value])),
    set: [...by('set')].map(([value, count]) => ({ value, word: value, count })),
    area: [...by('area')].map(([value, count]) => ({ value, word: value, count })),
  };
}

function option(counts: ReadonlyMap<string, number>, value: string, word: string, shape: Shape): readonly Option[] {
  const count = counts.get(value);
  return count === undefined ? [] : [{ value, word, shape, count }];
}

function tallyUp<T>(items: readonly T[], kindOf: (item: T) => string): ReadonlyMap<string, number> {
  return new Map([...groupBy(items, kindOf)].map(([value, members]) => [value, members.length]));
}
