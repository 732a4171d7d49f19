import type { Json, JsonObject } from './value.ts';

const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const nine = 0x39;
const colon = 0x3a;
const backslash = 0x5c;
const [openBracket, closeBracket] = [0x5b, 0x5d];
const [openBrace, closeBrace] = [0x7b, 0x7d];

/** Records with fixed fields lie above this depth; below it, a path to each repeated key would outgrow the document. */
const repeatsDepth = 8;

/** One for all, because a document of nothing but empty objects would otherwise take a hundred times its size. */
const emptyObject: JsonObject = new Map();

/**
 * A cursor over one document. Where members are wanted, only those of the outermost object are kept, and of what they
 * hold only its kind and whether a list is empty; all of the document is judged all the same.
 *
 * Its methods return undefined after a failure, which `problem` and `at` then describe.
 */
export class JsonReader {
  at = 0;
  problem = '';
  readonly repeated: (readonly string[])[] = [];
  readonly #text: string;
  readonly #depth: number;
  /** One step for each open container: the key or the index that is being read. */
  readonly #path: (string | number)[] = [];

  readonly #wanted: readonly string[] | undefined;

  constructor(text: string, depth: number, wanted?: readonly string[]) {
    this.#text = text;
    this.#depth = depth;
    this.#wanted = wanted;
  }

  document(): Json | undefined {
    const value = this.#value();
    if (value === undefined) return undefined;
    this.#token();
    return this.at === this.#text.length ? value : this.#fail('something follows the document');
  }

  #value(): Json | undefined {
    const code = this.#token();
    if (code === quote) return this.#string();
    if (code === openBrace || code === openBracket) return this.#container(code);
    if (code === minus || (code >= zero && code <= nine)) return this.#number();
    if (this.#skipWord('true')) return true;
    if (this.#skipWord('false')) return false;
    if (this.#skipWord('null')) return null;
    return this.#fail(code === 0xfeff ? 'a byte order mark, which is not JSON,' : 'no value begins');
  }

  /** The recursion goes through here, so the depth limit is also what keeps the stack small. */
  #container(opening: number): Json | undefined {
    if (this.#path.length === this.#depth) return this.#fail(`more than ${this.#depth} levels of nesting`);
    this.at++;
    this.#path.push(0);
    const value = opening === openBrace ? this.#object() : this.#array();
    this.#path.pop();
    return value;
  }

  #array(): readonly Json[] | undefined {
    const items: Json[] = [];
    if (this.#skip(closeBracket)) return items;
    do {
      this.#path[this.#path.length - 1] = items.length;
      const item = this.#value();
      if (item === undefined) return undefined;
      if (this.#wanted === undefined || items.length === 0) items.push(item);
    } while (this.#skip(comma));
    return this.#skip(closeBracket) ? items : this.#fail('a comma or a closing bracket is missing');
  }

  #object(): JsonObject | undefined {
    if (this.#skip(closeBrace)) return emptyObject;
    const members = new Map<string, Json>();
    let repeats: Set<string> | undefined;
    do {
      if (this.#token() !== quote) return this.#fail('a key in double quotes is missing');
      const key = this.#string();
      if (key === undefined) return undefined;
      if (!this.#skip(colon)) return this.#fail('a colon is missing');
      this.#path[this.#path.length - 1] = key;
      const value = this.#value();
      if (value === undefined) return undefined;
      if (this.#wanted !== undefined && !(this.#path.length === 1 && this.#wanted.includes(key))) continue;
      const before = members.size;
      members.set(key, value);
      if (members.size === before && this.#path.length <= repeatsDepth && !repeats?.has(key)) {
        repeats = (repeats ?? new Set()).add(key);
        this.repeated.push(this.#path.map(String));
      }
    } while (this.#skip(comma));
    return this.#skip(closeBrace) ? members : this.#fail('a comma or a closing brace is missing');
  }

  #string(): string | undefined {
    const start = this.at;
    let escaped = false;
    for (let at = start + 1; ; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === quote) {
        this.at = at + 1;
        return escaped ? this.#unescape(start) : this.#text.slice(start + 1, at);
      }
      if (code === backslash) {
        escaped = true;
        at++;
      } else if (!(code >= 0x20)) {
        this.at = Math.min(at, this.#text.length);
        return this.#fail(code < 0x20 ? 'a raw control character stands in a string' : 'a string does not end');
      }
    }
  }

  /** The string is whole and without raw control characters, so only its escapes are left for the platform to judge. */
  #unescape(start: number): string | undefined {
    const value = parseLiteral(this.#text.slice(start, this.at));
    if (value === undefined || /\p{Surrogate}/u.test(value)) {
      this.at = start;
      return this.#fail(
        `a string with ${value === undefined ? 'an unknown escape' : 'half of a surrogate pair'} begins`,
      );
    }
    return value;
  }

  #number(): bigint | number | undefined {
    const start = this.at;
    const first = this.#text.charCodeAt(start) === minus ? start + 1 : start;
    this.at = first;
    if (this.#text.charCodeAt(first) === zero) this.at++;
    else if (!this.#skipDigits()) return this.#fail('a digit is missing');
    const digits = this.at - first;
    const fraction = this.#text.charCodeAt(this.at) === point;
    if (fraction) {
      this.at++;
      if (!this.#skipDigits()) return this.#fail('a digit is missing');
    }
    const exponent = (this.#text.charCodeAt(this.at) | 0x20) === 0x65;
    if (exponent) {
      this.at++;
      const sign = this.#text.charCodeAt(this.at);
      if (sign === minus || sign === 0x2b) this.at++;
      if (!this.#skipDigits()) return this.#fail('a digit is missing');
    }
    const literal = this.#text.slice(start, this.at);
    if (!fraction && !exponent && literal !== '-0') {
      const integer = exactInteger(literal, digits);
      if (integer !== undefined) return integer;
    }
    const value = Number(literal);
    if (Number.isFinite(value)) return value;
    this.at = start;
    return this.#fail('a number beyond the range of a double begins');
  }

  #skipDigits(): boolean {
    const start = this.at;
    for (;;) {
      const code = this.#text.charCodeAt(this.at);
      if (!(code >= zero && code <= nine)) return this.at > start;
      this.at++;
    }
  }

  #skipWord(word: string): boolean {
    if (!this.#text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** Moves past white space, and past the wanted code unit where it comes next. */
  #skip(wanted: number): boolean {
    if (this.#token() !== wanted) return false;
    this.at++;
    return true;
  }

  /** Moves past white space and says which code unit comes next, NaN at the end. */
  #token(): number {
    for (;;) {
      const code = this.#text.charCodeAt(this.at);
      if (code > 0x20 || (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09)) return code;
      this.at++;
    }
  }

  #fail(problem: string): undefined {
    this.problem = problem;
    return undefined;
  }
}

/** Undefined for an integer that has no place in 64 bits, signed or unsigned: such a number is read as a double. */
function exactInteger(literal: string, digits: number): bigint | undefined {
  if (digits <= 15) return BigInt(+literal);
  if (digits > 20) return undefined;
  const integer = BigInt(literal);
  return integer >= -(2n ** 63n) && integer < 2n ** 64n ? integer : undefined;
}

function parseLiteral(literal: string): string | undefined {
  try {
    return JSON.parse(literal);
  } catch {
    return undefined;
  }
}
