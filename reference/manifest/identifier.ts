import { trim } from '../text/white-space.ts';

/** MAN-IDENTIFIER: judged without the white space around it, and never folded to lower case. */
export function isIdentifier(text: string): boolean {
  return /^[a-z0-9._:-]+$/.test(trim(text));
}
