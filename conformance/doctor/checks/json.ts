import { manifestText } from '#fixtures/manifest.ts';
import { quote } from '#spec/failure/evidence.ts';
import { encodeWith } from '#spec/json/write.ts';
import type { OperationInput, WireValue } from '#spec/operations.ts';
import type { Check } from '../check.ts';
import { type Exam, isVerdict, markOf, memberAt, nothingToAsk, noVerdict } from '../exam.ts';
import type { Question } from '../example-input.ts';
import { type Finding, fine, skipped, wrong } from '../report.ts';
import { sameAnswer } from '../same-answer.ts';
import { exitCode, largeBudgets } from './run-integers.ts';

/** Beyond the first plane, its last character, two that look like line ends, and a key that some languages treat as special. */
const odd = '𝄞 \u{10ffff} \u2028\u0085 é __proto__';

/** What an echoed value of a manifest, or else an answer of a run, says of the JSON library behind the adapter. */
export const jsonChecks: readonly Check[] = [
  echo(
    'json.integers',
    'integers beyond 2^53 are written to the last digit',
    '9007199254740993',
    9_007_199_254_740_993n,
    {
      why: 'A manifest and a fuel budget may be any integer of 64 bits, and a double holds only 53 bits of it.',
      advice: 'Use integers, not doubles, from the parser of TOML and JSON to the JSON writer.',
    },
    largeBudgets,
  ),
  echo(
    'json.small-integers',
    'an integer is written without a point',
    '7',
    7n,
    {
      why: '7 and 7.0 are two values in TOML, and stay two on the wire.',
      advice: 'Write integers as integers.',
    },
    exitCode,
  ),
  echo('json.floats', 'a float is written with a point or an exponent', '2.0', 2, {
    why: '2 and 2.0 are two values in TOML, and stay two on the wire.',
    advice: 'Write a float that is a whole number with ".0".',
  }),
  echo('json.characters-out', 'every character of Unicode is written', JSON.stringify(odd), odd, {
    why: 'Texts of a manifest come back in the answer.',
    advice: 'Write UTF-8, whatever the locale is; an escape is two halves \\ud834\\udd1e beyond U+FFFF.',
  }),
  {
    id: 'json.characters-in',
    claim: 'a character and its escape are read as the same',
    why: 'The runner writes UTF-8, and another one may write escapes.',
    advice: 'Read UTF-8, whatever the locale is, with a JSON parser.',
    examine: (exam) => {
      const question = exam.firstQuestion('trust.add');
      return question === undefined ? nothingToAsk : charactersIn(exam, question);
    },
  },
];

interface Words {
  readonly why: string;
  readonly advice: string;
}

type Examine = (exam: Exam) => Finding | Promise<Finding>;

/** `otherwise` is for a subject that reads no manifests. */
function echo(
  id: string,
  claim: string,
  literal: string,
  expected: bigint | number | string,
  words: Words,
  otherwise: Examine = () => nothingToAsk,
): Check {
  const examine: Examine = (exam) =>
    exam.declared.includes('manifest.parse') ? examineEcho(exam, literal, expected) : otherwise(exam);
  return { id, claim, ...words, examine };
}

const echoed = ['manifest', 'entrypoints', 'tools', 0, 'input_schema', 'x'] as const;

function examineEcho(exam: Exam, literal: string, expected: bigint | number | string): Promise<Finding> {
  const text = manifestText(exam.world).replace('{ type = "object" }', () => `{ x = ${literal} }`);
  return exam.inTalk(async (talk) => {
    const answer = await talk.ask('manifest.parse', { text: Buffer.from(text) });
    if (!isVerdict(answer)) return noVerdict(answer);
    const { reply, line } = answer;
    if (reply.outcome !== 'ok') return skipped(`the manifest was refused: ${markOf(reply)}`);
    const value = memberAt(reply.value, echoed);
    if (value === undefined) return skipped(`the answer has no ${echoed.join('.')}`);
    if (Object.is(value, expected)) return fine(shown(value));
    return wrong(`${literal} came back as ${shown(value)}`, line);
  });
}

/** A trust store that holds them is handed back as it was. */
function charactersIn(exam: Exam, { operation, input }: Question): Promise<Finding> {
  return exam.inTalk(async (talk) => {
    const trusted = new Map<string, WireValue>([[odd, [odd]]]);
    const trustStore = new Map([
      ['trusted_publishers', trusted],
      ['tofu_publishers', new Map()],
    ]);
    const asked = { ...(input as OperationInput<'trust.add'>), trustStore };
    const plain = await talk.ask(operation, asked);
    if (!isVerdict(plain)) return noVerdict(plain);
    const { id, line } = talk.call(operation, asked);
    talk.write(line.replace(/[^ -~\n]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
    const escaped = await talk.answer(id, operation);
    const same = sameAnswer(plain, escaped, 'written as escapes');
    if (same.status !== 'ok' || !escaped.ok || escaped.reply.outcome !== 'ok') return same;
    const kept = memberAt(escaped.reply.value, ['trustStore', 'trusted_publishers']);
    if (!(kept instanceof Map)) return skipped('the answer does not hold the store');
    if (kept.has(odd)) return fine('they are');
    const other = [...kept.keys()].find((name) => name !== asked.publisher);
    return wrong(`${quote(odd)} came back as ${shown(other ?? null)}`, escaped.line);
  });
}

function shown(value: WireValue): string {
  return typeof value === 'string' ? quote(value) : encodeWith(value, () => '"bytes"').slice(0, 80);
}
