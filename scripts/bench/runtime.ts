import type { Figure } from './measure.ts';
import { deadlineFigures } from './runtime/deadline.ts';
import { memoryFigures } from './runtime/memory.ts';
import { overheadFigures } from './runtime/overhead.ts';
import { rewritingFigure } from './runtime/rewriting.ts';
import { throughputFigures } from './runtime/throughput.ts';

export async function runtime(): Promise<readonly Figure[]> {
  return [
    ...overheadFigures(),
    rewritingFigure(),
    ...deadlineFigures(),
    ...(await throughputFigures()),
    ...memoryFigures(),
  ];
}
