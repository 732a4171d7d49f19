/** Markup that is safe to put on the page. Only `html` and `raw` make it. */
export interface Html {
  readonly markup: string;
}

type Content = Html | string | number | false | undefined | readonly Content[];

/** A template whose values are texts; they are escaped, other markup is taken as it is. */
export function html(pieces: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { markup: String.raw({ raw: pieces }, ...values.map(escapeContent)) };
}

/** For text of our own that is markup already. */
export function raw(markup: string): Html {
  return { markup };
}

function escapeContent(content: Content): string {
  if (content === false || content === undefined) return '';
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return `${content}`;
  return 'markup' in content ? content.markup : content.map(escapeContent).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON inside a script element: nothing in it can end the element or open a comment. */
export function embedJson(value: unknown): Html {
  const spelled = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return raw(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, spelled));
}
