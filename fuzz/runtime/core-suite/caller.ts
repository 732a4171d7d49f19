import { type Exports, wasm } from '#reference/runtime/engine/web-assembly.ts';
import type { FunctionType } from '#reference/runtime/rewrite/declarations.ts';
import { parseWat } from '#reference/runtime/text/wat.ts';
import type { List } from './expression.ts';
import { localToWords, typeName, type Wanted, wanted, wordsOf } from './values.ts';

/** A function to be called, unless only the expected values are asked for, with what it is given. */
export interface PlannedCall {
  readonly callee: { readonly type: FunctionType; readonly target: unknown } | undefined;
  readonly given: readonly List[];
  readonly expected: readonly List[];
}

/**
 * A module that makes the calls: what goes in and what comes out never passes through JavaScript, which knows no
 * vectors and keeps of what is no number as much as it likes.
 */
export class Caller {
  readonly #exports: Exports;
  readonly #masks: readonly (readonly bigint[])[];

  private constructor(exports: Exports, masks: readonly (readonly bigint[])[]) {
    this.#exports = exports;
    this.#masks = masks;
  }

  static async of(calls: readonly PlannedCall[]): Promise<Caller> {
    const wantedResults = calls.map(({ expected }) => expected.map(wanted));
    const imports = calls.map((call, i) => importText(call, i));
    const functions = calls.map((call, i) => callText(call, i) + wantedText(wantedResults[i] ?? [], i));
    const bytes = await assemble(`(module ${imports.join('\n')} ${functions.join('\n')})`);
    const targets = Object.fromEntries(calls.map(({ callee }, i) => [i, callee?.target]));
    const { exports } = new wasm.Instance(new wasm.Module(bytes), { to: targets });
    return new Caller(
      exports,
      wantedResults.map((results) => results.flatMap(({ masks }) => masks)),
    );
  }

  /** The words that the call gives; throws what it throws. */
  call(position: number): readonly bigint[] {
    return this.#words(`call-${position}`);
  }

  /** The words that are wanted, and those given, both without the bits that do not matter. */
  compared(position: number, words: readonly bigint[]): readonly [readonly bigint[], readonly bigint[]] {
    const masks = this.#masks[position] ?? [];
    const masked = (each: readonly bigint[]) => each.map((word, i) => word & (masks[i] ?? -1n));
    return [masked(words), masked(this.#words(`want-${position}`))];
  }

  #words(name: string): readonly bigint[] {
    const called = this.#exports[name];
    if (typeof called !== 'function') throw new TypeError(`There is no function ${name}.`);
    const result: bigint | readonly bigint[] | undefined = called();
    const list = result === undefined ? [] : typeof result === 'bigint' ? [result] : result;
    return list.map((word) => BigInt.asUintN(64, word));
  }
}

/** A module that has for each call a function without locals, which pushes what is given. */
export async function codeOfGiven(
  calls: readonly { readonly type: FunctionType; readonly given: readonly List[] }[],
): Promise<Uint8Array<ArrayBuffer>> {
  const functions = calls.map(
    ({ type, given }) => `(func (result ${type.params.map(typeName).join(' ')}) ${sourceOf(given)})`,
  );
  return assemble(`(module ${functions.join('\n')})`);
}

async function assemble(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const parsed = await parseWat(text);
  if (!parsed.ok) throw new SyntaxError(parsed.detail);
  return parsed.bytes;
}

function importText({ callee }: PlannedCall, position: number): string {
  if (callee === undefined) return '';
  const { params, results } = callee.type;
  const type = `(param ${params.map(typeName).join(' ')}) (result ${results.map(typeName).join(' ')})`;
  return `(import "to" "${position}" (func $to${position} ${type}))`;
}

function callText({ callee, given }: PlannedCall, position: number): string {
  if (callee === undefined) return '';
  const { results } = callee.type;
  const kept = results.map((_, i) => `local.set ${results.length - 1 - i}`).join(' ');
  const words = results.map(localToWords).join(' ');
  const locals = `(local ${results.map(typeName).join(' ')})`;
  const head = `(func (export "call-${position}") (result ${wordsOf(results)}) ${locals}`;
  return `${head} ${sourceOf(given)} call $to${position} ${kept} ${words})`;
}

function wantedText(results: readonly Wanted[], position: number): string {
  const words = results.flatMap(({ masks }) => masks).length;
  const code = results.map((each) => each.code).join(' ');
  return `(func (export "want-${position}") (result ${'i64 '.repeat(words)}) ${code})`;
}

function sourceOf(lists: readonly List[]): string {
  return lists.map(({ source }) => source).join(' ');
}
