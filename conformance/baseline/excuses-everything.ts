import { matchesGlob } from '../plan/glob.ts';
import type { KnownFailure } from './parse.ts';

/** A glob that speaks of no case in particular: with it a subject that fails throughout would pass a gate. */
export function excusesEverything({ isGlob, case: glob }: KnownFailure, ids: readonly string[]): boolean {
  return isGlob && (!/[^*?/]/.test(glob) || ids.every((id) => matchesGlob(glob, id)));
}
