import { areas } from '../areas.ts';
import { idPattern, keywords, requirementSets } from '../compile/requirement.ts';
import { reasons } from '../reasons.ts';
import { list, nullable, object, ref, type Schema, string, text, word } from './schema.ts';

const id = text(`^${idPattern}$`);
const code = text('^[a-z][a-z0-9]*\\.[a-z0-9-]+$');
const chapter = text('^spec/[a-z0-9-]+\\.md$');
const edition = text('^[0-9]+\\.[0-9]+$');

/** The form of `requirements.json`. */
export const requirementsSchema: Schema = object({
  $schema: string,
  requirements: list(
    object({
      id,
      keyword: word(...keywords),
      set: word(...requirementSets),
      area: word(...areas),
      chapter,
      since: edition,
      text: ref('notBlank'),
      why: ref('notBlank'),
      failsAs: list(code, { uniqueItems: true }),
      outsideTheProtocol: nullable(ref('notBlank')),
      digest: ref('sha256', { $comment: 'Of keyword, set and text, with white space normalised.' }),
    }),
  ),
  withdrawn: list(object({ id, chapter, withdrawn: edition, reason: ref('notBlank') })),
});

/** The form of `reasons.json`. */
export const reasonsSchema: Schema = object({
  $schema: string,
  reasons: list(
    object({
      code,
      area: word(...areas),
      requirement: id,
      variant: nullable(word(...new Set(Object.values(reasons).flatMap(({ variant }) => variant ?? [])))),
      family: word(...new Set(Object.values(reasons).map(({ family }) => family))),
    }),
  ),
});
