import { expect, test } from 'vitest';
import { parseChapter } from './chapter.ts';
import { compileExamples } from './examples.ts';

const known = {
  requirements: new Set(['TEA-HOT', 'TEA-WET']),
  codes: new Set(['tea.cold']),
  schemas: new Set(['teapot']),
};

const accepted = `\`\`\`toml example tea/cup proves=TEA-HOT,TEA-WET
[cup]
heat = 9
milk = 1

[pot]
heat = 9
\`\`\`
`;

function change(body: string, marker = 'tea/cold from=tea/cup proves=TEA-HOT fails=tea.cold'): string {
  return `\n\`\`\`diff example ${marker}\n${body}\`\`\`\n`;
}

function compile(text: string) {
  return compileExamples(parseChapter({ file: 'spec/trust.md', text }).examples, known);
}

function problems(text: string): readonly string[] {
  return compile(text).complaints.map(({ problem }) => problem);
}

test('an accepted example keeps its text, and a diff becomes one replacement in it', () => {
  expect(compile(accepted + change(' [cup]\n-heat = 9\n+heat = 1\n milk = 1\n\n'))).toEqual({
    examples: [
      {
        kind: 'rejected',
        id: 'tea/cold',
        proves: ['TEA-HOT'],
        twin: 'tea/cup',
        code: 'tea.cold',
        replace: '[cup]\nheat = 9\nmilk = 1\n\n',
        with: '[cup]\nheat = 1\nmilk = 1\n\n',
      },
      {
        kind: 'accepted',
        id: 'tea/cup',
        proves: ['TEA-HOT', 'TEA-WET'],
        text: '[cup]\nheat = 9\nmilk = 1\n\n[pot]\nheat = 9\n',
      },
    ],
    documents: [],
    complaints: [],
  });
});

test('lines may be added or taken out, when their place is known', () => {
  expect(problems(accepted + change(' milk = 1\n+milk = 2\n'))).toEqual([]);
  expect(problems(accepted + change('-milk = 1\n'))).toEqual([]);
});

test.each([
  ['-heat = 9\n+heat = 1\n', 'fits in more than one place; add lines of context'],
  ['-heat = 8\n+heat = 1\n', 'does not fit: the text it changes has no such lines'],
  ['+milk = 2\n', 'only adds lines, so its place is unknown without a line of context'],
  [' [cup]\n-heat = 9\n+heat = 1\n-milk = 1\n+milk = 2\n', 'changes more than one place'],
  [' [cup]\n-heat = 9\n milk = 1\n+\n', 'changes more than one place'],
  [' milk = 1\n', 'changes nothing'],
  ['-milk = 1\n+milk = 1\n', 'changes nothing'],
  ['-eat = 9\n [pot]\n', 'does not fit: the text it changes has no such lines'],
  ['-ilk = 1\n+oil = 1\n', 'begins in the middle of a line'],
  ['@@ -1 +1 @@\n-milk = 1\n', 'has a line that begins with neither a space nor - nor +'],
])('a diff that is not one change of its twin is refused: %j', (body, problem) => {
  expect(problems(accepted + change(body))).toEqual([`the example tea/cold ${problem}`]);
});

test.each([
  ['tea/cold from=tea/mug proves=TEA-HOT fails=tea.cold', 'changes tea/mug, which is no accepted example'],
  ['tea/cold from=tea/cold proves=TEA-HOT fails=tea.cold', 'changes tea/cold, which is no accepted example'],
  ['tea/cold from=tea/cup proves=TEA-SWEET fails=tea.cold', 'proves TEA-SWEET, which no chapter declares'],
  ['tea/cold from=tea/cup proves=TEA-HOT fails=tea.stale', 'fails as tea.stale, which is no failure code'],
])('an example that refers to nothing is refused: %s', (marker, problem) => {
  expect(problems(accepted + change('-milk = 1\n', marker))).toEqual([`the example tea/cold ${problem}`]);
});

test('two examples with one id are refused', () => {
  expect(problems(accepted + accepted)).toEqual(['the example tea/cup has the id of another example']);
});

test('a JSON example is kept for the schema it names, which has to exist', () => {
  const document = (schema: string) => `\`\`\`json example tea/pot schema=${schema}\n{}\n\`\`\`\n`;
  expect(compile(document('teapot')).documents).toEqual([{ id: 'tea/pot', schema: 'teapot', text: '{}\n' }]);
  expect(problems(document('kettle'))).toEqual(['the example tea/pot names no schema: kettle']);
});
