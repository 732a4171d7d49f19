import { moduleBytes } from '#fixtures/wasm/module-content.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Edit, EditPath, RecipeValue } from '../case.ts';
import { isList, isObject } from '../recipe/edit.ts';
import { describeBytes, describeValue, longest } from './describe-value.ts';

/** What was changed of the accepted twin, whose model is `before`. */
export function describeEdit(edit: Edit, before?: RecipeValue): string {
  const place = placeText(edit.at);
  if ('insert' in edit) return `${place}: inserted ${describe(edit.insert)}`;
  if ('remove' in edit) return `${place}: removed`;
  if ('replace' in edit) return `${place}: ${describeText(edit.replace)} became ${describeText(edit.with)}`;
  const { at, now, was } = narrow(edit.at, edit.put, before === undefined ? undefined : valueAt(before, edit.at));
  return `${placeText(at)} = ${describe(now)}${lengthBefore(now, was)}`;
}

interface Change {
  readonly at: EditPath;
  readonly now: RecipeValue;
  /** Undefined where nothing was there. */
  readonly was: RecipeValue | undefined;
}

/** Down to the one member that is another, where there is only one. */
function narrow(at: EditPath, now: RecipeValue, was: RecipeValue | undefined): Change {
  if (!isObject(now) || (was !== undefined && !isObject(was))) return { at, now, was };
  if (Object.keys(was ?? {}).some((key) => !Object.hasOwn(now, key))) return { at, now, was };
  const changed = Object.entries(now).filter(([key, value]) => !isSame(value, was && memberOf(was, key)));
  const [only] = changed;
  if (only === undefined || changed.length > 1) return { at, now, was };
  const [key, value] = only;
  return narrow([...at, key], value, was && memberOf(was, key));
}

function valueAt(model: RecipeValue, at: EditPath): RecipeValue | undefined {
  return at.reduce<RecipeValue | undefined>((value, step) => value && memberOf(value, step), model);
}

function memberOf(value: RecipeValue, step: string | number): RecipeValue | undefined {
  if (isList(value)) return typeof step === 'number' ? value[step] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function isSame(one: RecipeValue, other: RecipeValue | undefined): boolean {
  if (one instanceof Uint8Array) return other instanceof Uint8Array && Buffer.compare(one, other) === 0;
  if (other === undefined || typeof one !== 'object' || one === null) return Object.is(one, other);
  if (isList(one))
    return isList(other) && one.length === other.length && one.every((item, at) => isSame(item, other[at]));
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key] ?? null, memberOf(other, key)))
  );
}

/** As values are named too: `modules[0].path`, and in quotes what is no word. */
function placeText(at: EditPath): string {
  if (at.length === 0) return 'the input';
  const text = at.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^[\w$-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return text.join('').replace(/^\./, '');
}

function describe(value: RecipeValue): string {
  if (typeof value === 'string') return describeText(value);
  return value instanceof Uint8Array ? describeBytes(value) : describeValue(plain(value));
}

/** In a model a number may stand where an integer is meant, so it says nothing whether it has a point. */
function plain(value: RecipeValue): WireValue {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (isList(value)) return value.map(plain);
  return isObject(value) ? new Map(Object.entries(value).map(([key, each]) => [key, plain(each)])) : value;
}

/** A text that is written in quotes itself stands in others, so that nothing in it needs to be escaped. */
function describeText(text: string): string {
  const shown = text.slice(0, longest).replace(/[\p{Cc}\u2028\u2029]/gu, (one) => JSON.stringify(one).slice(1, -1));
  const mark = ['"', "'", '`'].find((one) => !shown.includes(one)) ?? '"';
  return text.length > longest ? `${mark}${shown}… (${text.length} characters)` : `${mark}${shown}${mark}`;
}

/** A digest and the beginning of a text do not show how something long is another. */
function lengthBefore(now: RecipeValue, was: RecipeValue | undefined): string {
  if (typeof now === 'string' && typeof was === 'string') {
    return now.length > longest ? `, which had ${was.length} characters` : '';
  }
  const before = now instanceof Uint8Array && was !== undefined ? bytesBehind(was) : undefined;
  if (!(now instanceof Uint8Array) || before === undefined) return '';
  const first = now.findIndex((byte, at) => byte !== before[at]);
  return `, which had ${before.length} bytes; the first that differs is at ${first === -1 ? now.length : first}`;
}

/** Of a text or a module in text form: what is sent in its place. */
function bytesBehind(value: RecipeValue): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string') return Buffer.from(value);
  const wat = memberOf(value, 'wat');
  return typeof wat === 'string' ? moduleBytes({ wat }) : undefined;
}
