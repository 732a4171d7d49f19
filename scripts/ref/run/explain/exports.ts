import { nearest } from '#conformance/nearest.ts';
import type { ExportedItem } from '#reference/runtime/engine/description.ts';
import { names } from '#spec/constants.ts';
import { quote } from '#spec/failure/evidence.ts';
import type { RunResult } from '../result.ts';
import { type Explanation, listed } from './explanation.ts';
import { signature } from './signature.ts';

const longestCompared = 60;
const callable = /^[a-z0-9_-]+$/;

export function explainMissingExport(wanted: string, { insight }: RunResult): Explanation {
  const exports = insight?.exports ?? [];
  const entrypoints = exports.filter(isEntrypoint).map(({ name }) => name);
  const reachable = entrypoints.filter((name) => callable.test(name));
  const same = exports.find(({ name }) => name === wanted);
  const unreachable = entrypoints.filter((name) => !callable.test(name));
  const uncallable = exports.filter((each) => !isEntrypoint(each));
  return {
    what: `There is no function ${quote(wanted)} that takes nothing and gives one i32.`,
    details: [
      ...(same === undefined ? [] : [`${quote(wanted)} is ${shape(same)}.`]),
      ...(reachable.length > 0
        ? [`What can be called: ${listed(reachable.map(quote))}.`]
        : noEntrypoint(exports.length, uncallable)),
      ...(unreachable.length > 0
        ? [`No host can call ${listed(unreachable.map(quote))}: a name is made of a-z, 0-9, _ and - alone.`]
        : []),
    ],
    next: [...instead(wanted, reachable), writeOne(wanted)],
  };
}

function isEntrypoint({ type }: ExportedItem): boolean {
  return type !== undefined && signature(type) === '() -> i32';
}

function shape({ kind, type }: ExportedItem): string {
  return type === undefined ? `a ${kind}` : `a function ${signature(type)}`;
}

function noEntrypoint(exports: number, uncallable: readonly ExportedItem[]): readonly string[] {
  if (exports === 0) return ['It exports nothing at all.'];
  if (uncallable.length === 0) return [];
  const shown = uncallable.map(
    (each) => `${quote(each.name)} (${each.type === undefined ? each.kind : signature(each.type)})`,
  );
  return [`Of another type, and so no entrypoint: ${listed(shown)}.`];
}

function instead(wanted: string, reachable: readonly string[]): readonly string[] {
  const { documented } = names;
  if (reachable.includes(documented.defaultEntrypoint)) {
    return [`\`--names documented\` calls ${documented.defaultEntrypoint} unless told otherwise.`];
  }
  // Comparing takes time with the length of both, and a module may have names of any length.
  const comparable = reachable.filter(({ length }) => length <= longestCompared);
  const name = nearest(wanted, comparable) ?? comparable[0];
  return name === undefined ? [] : [`\`--entrypoint ${name}\` calls that one.`];
}

function writeOne(name: string): string {
  return `Export it: \`export function ${name}(): i32\` in AssemblyScript, \`#[no_mangle] pub extern "C" fn ${name}() -> i32\` in Rust.`;
}
