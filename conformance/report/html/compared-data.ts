import type { CaseRow, Comparison } from '../compare/comparison.ts';
import { shown } from '../render/visible.ts';
import { TextBudget } from './text-budget.ts';
import type { ComparedCell, ComparedData } from './view/compared.ts';

/** In characters. */
const most = { name: 60, id: 300, text: 300, page: 4_000_000 };

/** Everything of a comparison that the page can show, harmless to look at. */
export function comparedData({ subjects, requirements, cases }: Comparison): ComparedData {
  const budget = new TextBudget(most.page);
  const cellOf = (cell: CaseRow['cells'][number]): ComparedCell | null => {
    if (cell === null) return null;
    return cell.verdict === 'pass' ? { is: 'pass' } : { is: cell.verdict, text: budget.line(cell.text, most.text) };
  };
  return {
    subjects: subjects.map(({ name }) => shown(name, most.name)),
    requirements: requirements.map(({ id, keyword, set, area, differs, cells }) => ({
      id,
      about: `${keyword} · ${set} · ${area}`,
      differs,
      cells: cells.map((cell) => (cell === null ? null : { is: cell })),
    })),
    cases: cases.map(({ id, differs, cells }) => ({ id: shown(id, most.id), differs, cells: cells.map(cellOf) })),
  };
}
