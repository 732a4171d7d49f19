import type { FunctionType } from '#reference/runtime/rewrite/declarations.ts';

const names: Readonly<Record<number, string>> = {
  127: 'i32',
  126: 'i64',
  125: 'f32',
  124: 'f64',
  123: 'v128',
  112: 'funcref',
};

const mostShown = 12;

export function signature({ params, results }: FunctionType): string {
  return `${tuple(params)} -> ${results.length === 1 ? tuple(results).slice(1, -1) : tuple(results)}`;
}

function tuple(types: readonly number[]): string {
  const shown = types.slice(0, mostShown).map((type) => names[type] ?? '?');
  return `(${[...shown, ...(types.length > mostShown ? ['…'] : [])].join(', ')})`;
}
