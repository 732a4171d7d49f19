import type { EditPath } from '../case.ts';

/** What is wrong with a case: the author's mistake, never the subject's. */
export type Complaint =
  | { readonly problem: 'unknown case'; readonly id: string }
  | { readonly problem: 'wrong kind of case'; readonly id: string; readonly kind: string }
  | { readonly problem: 'twins differ'; readonly id: string }
  | { readonly problem: 'no such place'; readonly at: EditPath }
  | { readonly problem: 'not a list'; readonly at: EditPath }
  | { readonly problem: 'not a text'; readonly at: EditPath }
  | { readonly problem: 'text not found'; readonly at: EditPath; readonly text: string }
  | { readonly problem: 'text found twice'; readonly at: EditPath; readonly text: string }
  | { readonly problem: 'malformed model'; readonly detail: string };

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly complaint: Complaint };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function complain(complaint: Complaint): { readonly ok: false; readonly complaint: Complaint } {
  return { ok: false, complaint };
}
