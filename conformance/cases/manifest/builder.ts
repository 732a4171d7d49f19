import type { Case } from '../../case.ts';
import { rowsAt, textsAt } from './rows-at.ts';
import { full } from './sample.ts';

const experimental = rowsAt('manifest/builder', ['MAN-BUILDER'], { sample: full, piece: 'experimental = true\n' });
const review = textsAt('manifest/builder-review', ['MAN-NO-OTHER-LIMITS'], {
  sample: full,
  piece: '"approved"',
  shows: (review_status) => ({ builder: { review_status } }),
});
const notes = textsAt('manifest/builder-notes', ['MAN-NO-OTHER-LIMITS'], {
  sample: full,
  piece: '"Looked at twice."',
  shows: (review_notes) => ({ builder: { checklist: { review_notes } } }),
});

export const builderCases: readonly Case[] = [
  experimental.refuses('not-experimental', 'experimental = false\n', 'manifest.builder-not-experimental'),
  review.reads('empty', ''),
  review.reads('blank', ' \u0085'),
  review.reads('anything', 'Half * done\u0000'),
  notes.reads('empty', ''),
  notes.reads('anything', ' ☃\n'),
];
