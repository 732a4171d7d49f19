import { moving } from './opcodes.ts';
import type { Surroundings } from './surroundings.ts';

type Sizes = Pick<Surroundings, 'memories' | 'isWide'>;

/** Whether the length of what an operator moves has 64 bits; nothing where it moves nothing. */
export function movesWide(number: number, first: number, second: number, around: Sizes): boolean | undefined {
  const { memories } = around;
  switch (number) {
    case moving.memoryInit:
    case moving.tableInit:
      return false;
    case moving.memoryCopy:
      return memories[first]?.is64 === true && memories[second]?.is64 === true;
    case moving.memoryFill:
      return memories[first]?.is64 === true;
    case moving.tableCopy:
      return around.isWide(first) && around.isWide(second);
    case moving.tableFill:
      return around.isWide(first);
    default:
      return undefined;
  }
}
