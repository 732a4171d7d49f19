import type { EditPath, RecipeValue } from '../../case.ts';

const values = {
  null: null,
  false: false,
  integer: 1n,
  float: 0.5,
  text: '1',
  list: [],
  record: {},
} as const satisfies { readonly [name: string]: RecipeValue };

const numbers = {
  'float-one': 1.0,
  'minus-zero': -0,
  'below-64-bits': -(2n ** 63n) - 1n,
  'beyond-64-bits': 2n ** 63n,
} as const satisfies { readonly [name: string]: RecipeValue };

type Kind = keyof typeof values;

/** One value of each type, apart from those that will do. */
export function otherTypes(...but: readonly Kind[]): readonly (readonly [name: string, value: RecipeValue])[] {
  return Object.entries(values).filter(([name]) => !but.some((one) => one === name));
}

/** Everything that is no integer of 64 bits. */
export const noI64 = [...otherTypes('integer'), ...Object.entries(numbers)];

export interface FieldFaults {
  readonly name: string;
  readonly at: EditPath;
  readonly wrong: readonly (readonly [name: string, value: RecipeValue])[];
  readonly optional?: true;
}
