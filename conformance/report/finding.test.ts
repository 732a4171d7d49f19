import { expect, test } from 'vitest';
import { describeFinding, type ReportFinding } from './finding.ts';

const sentences: readonly (readonly [ReportFinding, string])[] = [
  [{ kind: 'edited', at: 3 }, 'Line 3 is not as it was written.'],
  [{ kind: 'dropped', at: 3, from: 3, to: 3 }, 'Line 3 of the report as it was written is missing.'],
  [{ kind: 'dropped', at: 3, from: 3, to: 9 }, 'Lines 3 to 9 of the report as it was written are missing.'],
  [{ kind: 'moved', at: 3, line: 7 }, 'Line 3 was line 7 and stands in the wrong place.'],
  [{ kind: 'repeated', at: 8, line: 7 }, 'Line 8 is line 7 again.'],
  [{ kind: 'truncated', at: 3, insideLine: true }, 'The report ends in the middle of line 3.'],
  [{ kind: 'truncated', at: 3, insideLine: false }, 'The report ends before line 3, without a footer.'],
  [{ kind: 'byte-order-mark' }, 'A byte order mark stands before line 1: a program has converted the file.'],
  [{ kind: 'no-line-feed', at: 50 }, 'Line 50 has lost the line feed at its end.'],
  [{ kind: 'count', of: 'verdict fail', said: 0, found: 2 }, 'The footer counts 0 of verdict fail, and there are 2.'],
  [{ kind: 'unscored', at: 4 }, 'Line 4 was observed only for want of features, and that cannot be.'],
  [
    { kind: 'malformed', at: 2, path: ['observed', 'x', 0], wanted: 'to be a text' },
    'Line 2: observed.x[0] ought to be a text.',
  ],
  [{ kind: 'malformed', at: 2, path: [], wanted: 'to be an object' }, 'Line 2: it ought to be an object.'],
];

test.each(sentences)('a finding is told in a sentence: %j', (finding, sentence) => {
  expect(describeFinding(finding)).toBe(sentence);
});

test('what a hostile file says cannot steer a terminal, nor fill it', () => {
  const sentence = describeFinding({ kind: 'repeated-case', at: 2, id: `\u001b[2J\u202e${'x'.repeat(1e6)}` });
  expect(sentence).toMatch(
    /^Line 2 is of the case \\u001b\[2J\\u202ex+… \(1000005 characters\), which had a line before\.$/,
  );
  expect(sentence.length).toBeLessThan(300);
});
