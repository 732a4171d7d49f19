import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case, RejectedCase } from '../../../case.ts';
import { put, replace } from '../../../rows.ts';
import { calling, inlineAnswer, inlineText } from './given.ts';
import { refused, refusing, runs } from './rows.ts';

/** The input as a text. Beside an inline module the id of a skill can be anything, so faults of texts stand in it. */
const text = inlineText({ skill_id: 'a.b', capabilities: { http_hosts: ['api.example.com'] } });
const granted = { ...inlineAnswer, capabilities: { granted_http_hosts: ['api.example.com'] } };
const twin = 'text';

export const textCase = runs(
  'text',
  ['RUN-JSON', 'RUN-REPEATED', 'RUN-UNKNOWN-FIELDS'],
  calling(() => ({ input: text })),
  granted,
);

/** The text with one piece changed. */
export function refusesText(
  proves: readonly RequirementId[],
  code: 'runner.not-json' | 'runner.repeated-field',
): (name: string, piece: string, by: string) => RejectedCase {
  const row = refusing(proves, twin, code);
  return (name, piece, by) => row(name, replace(['input'], piece, by));
}

/** The same text in another spelling. */
export function readsText(name: string, proves: readonly RequirementId[], piece: string, by: string): Case {
  const spelled = text.replace(piece, () => by);
  if (spelled === text) throw new Error(`${piece} is not in the text`);
  return runs(
    name,
    proves,
    calling(() => ({ input: spelled })),
    granted,
  );
}

/** Bytes that are no UTF-8, in the middle of a text. */
export function refusesBytes(name: string, ...bytes: readonly number[]): RejectedCase {
  const [before = '', after = ''] = text.split('a.b');
  const whole = Buffer.concat([Buffer.from(`${before}a`), Buffer.from(bytes), Buffer.from(`b${after}`)]);
  return refused(name, ['RUN-JSON'], twin, 'runner.not-json', put(['input'], whole));
}

export function refusesWhole(name: string, whole: string | Uint8Array): RejectedCase {
  return refused(name, ['RUN-JSON'], twin, 'runner.not-json', put(['input'], whole));
}

/** All of the text in two bytes for each character. */
export const inUtf16 = Uint8Array.from(Buffer.from(text, 'utf16le'));
/** All of it by escapes, but for what makes it JSON. */
export const escapedText = text.replaceAll(/[\w.+=/]+/g, (word) =>
  [...word].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
);
