/** Line breaks and indentation of a chapter mean nothing. */
export function normaliseSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Without its code spans, in which a keyword is spoken of and not used. */
export function withoutCode(text: string): string {
  return text.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '');
}
