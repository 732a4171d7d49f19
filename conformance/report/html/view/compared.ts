import type { Verdict } from '../../../verdict.ts';
import type { RequirementStatus } from '../../lines.ts';
import { type Shape, statusShapes, verdictShapes } from './shapes.ts';
import { statusWords, verdictWords } from './words.ts';

/** What the page's script reads of a comparison. The n-th cell of a row belongs to the n-th subject. */
export interface ComparedData {
  readonly subjects: readonly string[];
  readonly requirements: readonly ComparedRow[];
  readonly cases: readonly ComparedRow[];
}

export interface ComparedRow {
  readonly id: string;
  /** A few words beside the id. */
  readonly about?: string;
  readonly differs: boolean;
  /** Null where a report says nothing of it. */
  readonly cells: readonly (ComparedCell | null)[];
}

export interface ComparedCell {
  readonly is: RequirementStatus | Verdict;
  /** What was observed, where that is not just right. */
  readonly text?: string;
}

const shapes: Readonly<Record<ComparedCell['is'], Shape>> = { ...statusShapes, ...verdictShapes };
const words: Readonly<Record<ComparedCell['is'], string>> = { ...statusWords, ...verdictWords };

export function shapeOf({ is }: ComparedCell): Shape {
  return shapes[is];
}

export function wordOf({ is }: ComparedCell): string {
  return words[is];
}

export interface ComparedQuery {
  readonly rows: 'requirements' | 'cases';
  /** Whether rows are left out in which the subjects agree. */
  readonly differing: boolean;
  readonly text: string;
}

export function readComparedQuery(hash: string): ComparedQuery {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    rows: parts.get('rows') === 'cases' ? 'cases' : 'requirements',
    differing: parts.get('show') !== 'all',
    text: parts.get('q') ?? '',
  };
}

export function writeComparedQuery({ rows, differing, text }: ComparedQuery): string {
  const query = text === '' ? '' : `&q=${encodeURIComponent(text.toWellFormed())}`;
  return `#rows=${rows}${differing ? '' : '&show=all'}${query}`;
}

/** The rows that have every word in their id, in what stands beside it, or in a cell. */
export function findRows(data: ComparedData, { rows, differing, text }: ComparedQuery): readonly ComparedRow[] {
  const terms = text.toLowerCase().split(/\s+/).filter(Boolean);
  return data[rows].filter((row) => (row.differs || !differing) && (terms.length === 0 || hasAll(row, terms)));
}

function hasAll({ id, about, cells }: ComparedRow, terms: readonly string[]): boolean {
  const said = cells.flatMap((cell) => (cell === null ? [] : [wordOf(cell), cell.text]));
  const whole = [id, about, ...said].join('\n').toLowerCase();
  return terms.every((term) => whole.includes(term));
}
