import { expect, test } from 'vitest';
import { requiresReview } from './review.ts';
import { extended, minimalText, parsed } from './samples.ts';

function withStatus(line: string): boolean {
  const fields = 'experimental = true\nsource_kind = "a"\nsource_ref = "b"\nrollout_flag = "c"';
  return requiresReview(parsed(extended(`[builder]\n${fields}\n${line}\nchecklist = ["a", "b", "c"]`)));
}

test.each(['', 'review_status = ""', 'review_status = "approved!"', 'review_status = "quarantined"'])(
  'an experiment with %j needs a review (MAN-REVIEW)',
  (line) => {
    expect(withStatus(line)).toBe(true);
  },
);

test.each(['approved', 'signed', ' Signed\\u0085', 'APPROVED'])(
  'the status %j says it had one (MAN-REVIEW)',
  (status) => {
    expect(withStatus(`review_status = "${status}"`)).toBe(false);
  },
);

test('a manifest without a builder needs none (MAN-REVIEW)', () => {
  expect(requiresReview(parsed(minimalText))).toBe(false);
});
