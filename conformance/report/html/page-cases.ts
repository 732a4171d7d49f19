import type { CaseLine, ObservedText } from '../lines.ts';
import { shown } from '../render/visible.ts';
import { TextBudget } from './text-budget.ts';
import type { PageCase, PageObserved } from './view/model.ts';

/** In characters. A whole report of the longest texts would be more than a browser likes to open. */
const most = { id: 300, line: 1200, native: 4000, stderr: 8000, page: 4_000_000 };

/** Makes what a subject said harmless and short enough, and puts the long of it aside, each text once. */
export class PageCases {
  readonly texts: string[] = [];
  readonly #budget = new TextBudget(most.page);
  readonly #indices = new Map<string, number>();
  readonly #rows: ReadonlyMap<string, number>;

  /** `rows` says where each requirement stands. */
  constructor(rows: ReadonlyMap<string, number>) {
    this.#rows = rows;
  }

  add({ id, operation, verdict, requirements, expected, observed, twin, edit, note, known }: CaseLine): PageCase {
    return {
      // Ids are never cut for want of room: the page finds cases by them.
      id: shown(id, most.id),
      operation,
      verdict,
      requirements: requirements.flatMap((requirement) => this.#rows.get(requirement) ?? []),
      expected: { ...expected, text: this.#line(expected.text) },
      observed: this.#observed(observed),
      ...(twin === undefined ? {} : { twin: shown(twin, most.id) }),
      ...(edit === undefined ? {} : { edit: this.#line(edit) }),
      ...(note === undefined ? {} : { note: this.#line(note) }),
      ...(known === undefined ? {} : { known: this.#line(known) }),
    };
  }

  #observed({ outcome, reason, diagnosis, text, native, stderr }: ObservedText): PageObserved {
    return {
      outcome,
      text: this.#line(text),
      ...(reason === undefined ? {} : { reason: this.#line(reason) }),
      ...(diagnosis === undefined ? {} : { diagnosis }),
      ...(native ? { native: this.#aside(native, most.native) } : {}),
      ...(stderr ? { stderr: this.#aside(stderr, most.stderr) } : {}),
    };
  }

  #line(text: string): string {
    return this.#budget.line(text, most.line);
  }

  /** Many cases end with the same words on standard error. */
  #aside(text: string, longest: number): number {
    const before = this.#indices.get(text);
    if (before !== undefined) return before;
    const index = this.texts.push(this.#budget.lines(text, longest)) - 1;
    this.#indices.set(text, index);
    return index;
  }
}
