import type { WireValue } from '#spec/operations.ts';
import { describeValue } from './describe-value.ts';
import type { AcceptedExpectation } from './judge.ts';
import { fieldsOf, isList } from './match.ts';

const longest = 200;

/** What an accepted call must bring, in a few words: `ok with runs[0].stop "timed-out"`. */
export function acceptedText({ value, ofPage, archive, relation }: AcceptedExpectation): string {
  const parts = [
    ...(value === undefined
      ? []
      : [ofPage === undefined ? valueText(value) : `a page that is read as ${valueText(value)}`]),
    ...(archive === undefined ? [] : [`an archive of ${short(Object.keys(archive.entries).join(', '))}`]),
    ...(relation === undefined ? [] : [`the relation ${relation} among the runs`]),
  ];
  return parts.length === 0 ? 'ok' : `ok with ${parts.join(', and ')}`;
}

function valueText(value: WireValue): string {
  let text = '';
  for (const leaf of leavesOf(value, '')) {
    text += text === '' ? leaf : `, ${leaf}`;
    if (text.length > longest) break;
  }
  return text === '' ? 'any value' : short(text);
}

/** What a record names, each with its path; whatever stands for exactly itself is one leaf. */
function* leavesOf(value: WireValue, path: string): Generator<string> {
  if (isList(value) && value.some(isRecord)) {
    for (const [at, item] of value.entries()) yield* leavesOf(item, `${path}[${at}]`);
  } else if (isRecord(value)) {
    for (const [key, member] of fieldsOf(value) ?? []) yield* leavesOf(member, path === '' ? key : `${path}.${key}`);
  } else {
    yield `${path} ${describeValue(value)}`.trimStart();
  }
}

function isRecord(value: WireValue): boolean {
  return fieldsOf(value) !== undefined && !(value instanceof Map);
}

function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
