import type { Complaint } from './complaint.ts';
import type { Keyword, Requirement } from './requirement.ts';
import { normaliseSpace, withoutCode } from './words.ts';

type Head = Omit<Requirement, 'text' | 'why' | 'failsAs' | 'outside'>;

/** The sentence, the reason with its failure codes, and why no operation reaches it, where that is so. */
export function readBody(
  lines: readonly string[],
  head: Head,
): Requirement | { readonly complaints: readonly Complaint[] } {
  const { text, why: reason, outside } = cutSections(lines);
  const { why, failsAs, isComplete } = takeFailureCodes(reason);
  const complaints: Complaint[] = [];
  const complain = (problem: string, remedy: string) => {
    complaints.push({ file: head.file, line: head.line, problem: `${head.id} ${problem}`, remedy });
  };

  if (!says(text, head.keyword)) {
    complain(`is a ${head.keyword} whose sentence does not say ${head.keyword}`, 'make the two agree');
  }
  const stronger = strongerWord(text, head.keyword);
  if (stronger !== null) {
    complain(`is a ${head.keyword} whose sentence says ${stronger}`, 'give the stronger clause a block of its own');
  }
  if (/\b(?:MUST|SHALL)\b/.test(withoutCode(`${reason} ${outside ?? ''}`))) {
    complain('has a MUST after its sentence', 'say it before Why:, where it is confirmed and proven');
  }
  if (why === '') complain('gives no reason', 'add a line that begins Why:');
  if (!isComplete || text.includes('Fails as')) {
    complain('has a Fails as without a code or before Why:', 'end the reason with: Fails as `stage.code`.');
  }
  if (outside === '') complain('is outside the protocol without a reason', 'give the reason after the colon');
  return complaints.length > 0 ? { complaints } : { ...head, text, why, failsAs, outside };
}

interface Sections {
  readonly text: string;
  readonly why: string;
  readonly outside: string | null;
}

function cutSections(lines: readonly string[]): Sections {
  const text: string[] = [];
  const why: string[] = [];
  const outside: string[] = [];
  let current = text;
  for (const line of lines) {
    const [, opener, rest = ''] = /^(Why|Outside the protocol):(.*)$/.exec(line) ?? [];
    if (opener !== undefined) current = opener === 'Why' ? why : outside;
    current.push(opener === undefined ? line : rest);
  }
  const join = (some: readonly string[]) => normaliseSpace(some.join(' '));
  return { text: join(text), why: join(why), outside: outside.length === 0 ? null : join(outside) };
}

const announcement = /Fails as (?:[^.`]|`[^`]*`)*\./g;

/** Takes the sentences that begin `Fails as` out of the reason; complete means that each of them names a code. */
function takeFailureCodes(reason: string) {
  const sentences = reason.match(announcement) ?? [];
  const codes = sentences.map((sentence) => [...sentence.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code));
  const why = normaliseSpace(reason.replace(announcement, ''));
  const isComplete = codes.every(({ length }) => length > 0) && !why.includes('Fails as');
  return { why, failsAs: codes.flat(), isComplete };
}

function says(text: string, keyword: Keyword): boolean {
  const bare = keyword === 'MUST' || keyword === 'SHOULD';
  return new RegExp(`\\b${keyword}\\b${bare ? '(?! NOT\\b)' : ''}`).test(withoutCode(text));
}

function strongerWord(text: string, keyword: Keyword): string | null {
  if (keyword.startsWith('MUST')) return null;
  const stronger = keyword === 'MAY' ? /\b(?:MUST|SHALL|SHOULD)\b/ : /\b(?:MUST|SHALL)\b/;
  return stronger.exec(withoutCode(text))?.[0] ?? null;
}
