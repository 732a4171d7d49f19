import { shown, visibleLines } from '../render/visible.ts';

const leastShown = 80;

/** Shortens texts to what each may have at most, and to a line's worth once the page as a whole has had enough. */
export class TextBudget {
  #left: number;

  constructor(characters: number) {
    this.#left = characters;
  }

  line(text: string, most: number): string {
    return this.#take(shown(text, this.#left > 0 ? most : leastShown));
  }

  /** The end of a text of several lines: what a program says last is why it left. */
  lines(text: string, most: number): string {
    if (this.#left <= 0) return this.line(text, leastShown);
    const end = text.length > most ? `…${text.slice(-most)}` : text;
    return this.#take(visibleLines(end).join('\n'));
  }

  #take(text: string): string {
    this.#left -= text.length;
    return text;
  }
}
