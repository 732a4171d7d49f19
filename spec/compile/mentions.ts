import type { Complaint, Place, Source } from './complaint.ts';

/** One place that names an id. */
export interface Mention extends Place {
  readonly id: string;
}

/** A test whose name holds an id. */
export interface TestMention extends Mention {
  readonly name: string;
}

/** Whatever begins like a declared id is meant as one: with `TEA-HOT` declared, `TEA-SWEET` is a mention too. */
export function findMentions(sources: readonly Source[], ids: readonly string[]): readonly Mention[] {
  const pattern = mentionPattern(ids);
  return sources.flatMap(({ file, text }) =>
    text
      .split('\n')
      .flatMap((content, index) => [...content.matchAll(pattern)].map(([id]) => ({ file, line: index + 1, id }))),
  );
}

/** The tests whose name, a quoted text of more than one word, holds an id. */
export function findTests(sources: readonly Source[], ids: readonly string[]): readonly TestMention[] {
  const pattern = mentionPattern(ids);
  return sources.flatMap(({ file, text }) =>
    text
      .split('\n')
      .flatMap((content, index) =>
        [...content.matchAll(/(['"`])((?:\\.|(?!\1).)* (?:\\.|(?!\1).)*)\1/g)].flatMap(([, , name = '']) =>
          [...name.matchAll(pattern)].map(([id]) => ({ file, line: index + 1, id, name })),
        ),
      ),
  );
}

export function checkMentions(mentions: readonly Mention[], ids: ReadonlySet<string>): readonly Complaint[] {
  return mentions
    .filter(({ id }) => !ids.has(id))
    .map(({ id, file, line }) => ({
      file,
      line,
      problem: `${id} is named here and declared nowhere`,
      remedy: 'correct the id, or write its block in a chapter',
    }));
}

function mentionPattern(ids: readonly string[]): RegExp {
  const families = new Set(ids.filter((id) => id.includes('-')).map((id) => id.slice(0, id.indexOf('-'))));
  const single = ids.filter((id) => !id.includes('-'));
  const family = families.size === 0 ? [] : [`(?:${[...families].join('|')})(?:-[A-Z0-9]+)+`];
  const alternatives = [...family, ...single];
  if (alternatives.length === 0) return /(?!)/g;
  return new RegExp(`(?<![A-Za-z0-9_-])(?:${alternatives.join('|')})(?![A-Za-z0-9_])`, 'g');
}
