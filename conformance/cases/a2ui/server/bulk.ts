import type { Case } from '../../../case.ts';
import { observed } from '../../../rows.ts';
import { patches, patchText } from './rows.ts';

const proves = ['A2-BULK'] as const;
const most = 10_000;
const adding = (count: number) => Array.from({ length: count }, () => '{"op":"replace","path":"/n","value":1}');

/** Software in the field knows no such bound; at the bound everybody goes on. */
export const bulkCases: readonly Case[] = [
  patches('patch-bulk-at-the-bound', ['A2-PATCH-SHAPE'], { n: 0n, b: '@' }, adding(most), { n: 1n, b: '@' }),
  observed('a2ui/patch-bulk-beyond-the-bound', proves, 'accepted', ({ tool }) => ({
    operation: 'a2ui.patch',
    model: { state: { n: 0n, b: tool }, patch: patchText(adding(most + 1)) },
  })),
];
