const longest = 2000;

/** What a subject says may be as long as a line of the protocol; a report holds the beginning of it. */
export function short(text: string, length = longest): string {
  return text.length > length ? `${text.slice(0, length)}… (${text.length} characters)` : text;
}
