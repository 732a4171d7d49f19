import type { HeaderLine } from '../lines.ts';
import { visible } from './visible.ts';

/** The name and version of the suite; a format may want a name that is not empty. */
export function suiteOf({ suite }: HeaderLine): { readonly name: string; readonly version: string } {
  return { name: visible(suite.name) || 'a suite without a name', version: visible(suite.version) };
}
