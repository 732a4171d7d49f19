import type { Area } from '../areas.ts';
import { readBody } from './block-body.ts';
import type { Complaint, Place } from './complaint.ts';
import {
  idPattern,
  isKeyword,
  isRequirementSet,
  keywords,
  type Requirement,
  requirementSets,
  type Tombstone,
} from './requirement.ts';
import { normaliseSpace } from './words.ts';

export type Block =
  | { readonly kind: 'requirement'; readonly requirement: Requirement }
  | { readonly kind: 'tombstone'; readonly tombstone: Tombstone }
  | { readonly kind: 'malformed'; readonly complaints: readonly Complaint[] };

const head = new RegExp(`^\\*\\*(${idPattern})\\*\\*(.*)$`);
const edition = /^\d+\.\d+$/;

/** A quote that opens with an id in bold type is a requirement; any other one is a quote. */
export function isBlock(lines: readonly string[]): boolean {
  const [, id = '', rest = ''] = head.exec(lines[0] ?? '') ?? [];
  return id.includes('-') || rest.includes('·');
}

/** The first line of a requirement that stands where none can be read. */
export function looksLikeBlock(line: string): boolean {
  return new RegExp(`\\*\\*\\s*${idPattern}\\s*\\*\\*\\s*·`).test(line);
}

export function parseBlock(lines: readonly string[], place: Place, area: Area): Block {
  const [first = '', ...body] = lines;
  const [, id = '', rest = ''] = head.exec(first) ?? [];
  const fields = rest.split('·').map((field) => field.trim());
  const [before, word = '', third = '', fourth = ''] = fields;
  const malformed = (problem: string, remedy: string): Block => ({
    kind: 'malformed',
    complaints: [{ ...place, problem: `${id} ${problem}`, remedy }],
  });

  if (body.some((line) => head.test(line))) {
    return malformed('has another requirement in its quote', 'put a blank line without > between the two');
  }
  if (word === 'withdrawn') {
    const reason = normaliseSpace(body.join(' '));
    if (fields.length !== 3 || !edition.test(third)) {
      return malformed('is withdrawn in no edition', `write **${id}** · withdrawn · 1.1`);
    }
    if (reason === '') return malformed('is withdrawn without a reason', 'give the reason on the line below');
    return { kind: 'tombstone', tombstone: { ...place, id, withdrawn: third, reason } };
  }
  if (!fields.some(isKeyword)) {
    return malformed('has no keyword', `put one of ${keywords.join(', ')} after the id`);
  }
  const since = fourth.replace(/^since /, '');
  const wellFormed = before === '' && fields.length === 4 && since !== fourth && edition.test(since);
  if (!wellFormed || !isKeyword(word) || !isRequirementSet(third)) {
    const sets = requirementSets.join(', ');
    return malformed('has a malformed first line', `write **${id}** · keyword · one of ${sets} · since 1.0`);
  }
  const read = readBody(body, { ...place, id, keyword: word, set: third, area, since });
  return 'complaints' in read
    ? { kind: 'malformed', complaints: read.complaints }
    : { kind: 'requirement', requirement: read };
}
