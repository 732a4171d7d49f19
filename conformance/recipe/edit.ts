import type { Edit, EditPath, RecipeValue } from '../case.ts';
import { complain, done, type Outcome } from './complaint.ts';

export type RecipeObject = { readonly [key: string]: RecipeValue };

/** A new model with the one change; the old one is left as it was. */
export function applyEdit(model: RecipeValue, edit: Edit): Outcome<RecipeValue> {
  return editAt(model, edit.at, 0, edit);
}

function editAt(value: RecipeValue, at: EditPath, depth: number, edit: Edit): Outcome<RecipeValue> {
  const step = at[depth];
  if (step === undefined) return replaceWhole(value, edit);
  const last = depth === at.length - 1;
  if (isList(value)) {
    if (typeof step !== 'number') return complain({ problem: 'no such place', at });
    if (last && 'insert' in edit && step <= value.length) return done(value.toSpliced(step, 0, edit.insert));
    if (last && 'remove' in edit && step < value.length) return done(value.toSpliced(step, 1));
  }
  if (last && 'insert' in edit) return complain({ problem: 'not a list', at });
  if (last && 'remove' in edit) return removeKey(value, step, at);
  const child = childOf(value, step);
  if (child === undefined && !(last && 'put' in edit && isObject(value)))
    return complain({ problem: 'no such place', at });
  const edited = editAt(child ?? null, at, depth + 1, edit);
  return edited.ok ? done(withChild(value, step, edited.value)) : edited;
}

function replaceWhole(value: RecipeValue, edit: Edit): Outcome<RecipeValue> {
  if ('put' in edit) return done(edit.put);
  if (!('replace' in edit)) return complain({ problem: 'no such place', at: edit.at });
  if (typeof value !== 'string') return complain({ problem: 'not a text', at: edit.at });
  const { at, replace: text } = edit;
  const found = value.indexOf(text);
  if (text === '' || found === -1) return complain({ problem: 'text not found', at, text });
  if (value.indexOf(text, found + 1) !== -1) return complain({ problem: 'text found twice', at, text });
  return done(value.slice(0, found) + edit.with + value.slice(found + text.length));
}

function removeKey(value: RecipeValue, step: string | number, at: EditPath): Outcome<RecipeValue> {
  if (childOf(value, step) === undefined || !isObject(value)) return complain({ problem: 'no such place', at });
  return done(Object.fromEntries(Object.entries(value).filter(([key]) => key !== step)));
}

function childOf(value: RecipeValue, step: string | number): RecipeValue | undefined {
  if (isList(value)) return typeof step === 'number' ? value[step] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function withChild(value: RecipeValue, step: string | number, child: RecipeValue): RecipeValue {
  if (isList(value) && typeof step === 'number') return value.with(step, child);
  return isObject(value) ? { ...value, [step]: child } : value;
}

export function isList(value: RecipeValue): value is readonly RecipeValue[] {
  return Array.isArray(value);
}

export function isObject(value: RecipeValue): value is RecipeObject {
  return typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Uint8Array);
}
