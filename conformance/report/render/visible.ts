/** Control characters, and those that are invisible, change the direction of the text or have no UTF-8. */
const unprintable =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

const plain = /^[ -~]*$/;

/** Text of somebody else, so that what is seen is what is there: on one line, and with nothing that steers a terminal. */
export function visible(text: string): string {
  // Nearly every text is plain, and the other question takes ten times as long.
  return plain.test(text) ? text : text.replace(unprintable, escapeCharacter);
}

/** The same for a text of several lines, such as the end of standard error. */
export function visibleLines(text: string): readonly string[] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => visible(line.replaceAll('\t', '  ')));
}

/** The beginning of a text of any length, and how long it is. */
export function shown(text: string, most = 200): string {
  if (text.length <= most) return visible(text);
  const beginning = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${visible(beginning)}… (${text.length} characters)`;
}

function escapeCharacter(character: string): string {
  const unit = (at: number) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return character.length === 1 ? unit(0) : unit(0) + unit(1);
}
