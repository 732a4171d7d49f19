import { type Code, flat, list, sized, text, unsigned } from '#fixtures/wasm/encoding.ts';
import { funcref, i32 } from '#fixtures/wasm/operators.ts';
import {
  type FunctionPart,
  type ImportPart,
  type ModuleParts,
  moduleHeader,
  wasmModule,
} from '#fixtures/wasm/wasm-module.ts';
import type { World } from '#fixtures/world.ts';
import { capabilityModule } from '#spec/constants.ts';

/** A module of these parts that no other world has. */
export function stamped(world: World, parts: ModuleParts = {}): Uint8Array {
  return wasmModule({ ...parts, rest: [...(parts.rest ?? []), custom('w', [...world.bytes('audit/module', 16)])] });
}

/** A section that says nothing of what a module does. */
export function custom(name: string, content: Code = []): Code {
  return [0, sized([text(name), content])];
}

/** A module with nothing in it. */
export const emptyModule = Uint8Array.from(moduleHeader);

export const giving: FunctionPart = { params: [], results: [i32], body: [0x41, 0] };

/** The function that gives an i32, under as many names. */
export function exporting(count: number, prefix = 'f'): ModuleParts {
  const first = { ...giving, ...(count > 0 && { export: `${prefix}0` }) };
  const more = Array.from({ length: Math.max(count - 1, 0) }, (_, index) => [
    text(`${prefix}${index + 1}`),
    0,
    unsigned(0),
  ]);
  return { functions: [first], exports: more };
}

type Kind = 'function' | 'table' | 'memory' | 'global';

const kinds: Readonly<Record<Exclude<Kind, 'function'>, Code>> = {
  table: [0x01, funcref, 0x00, 0x00],
  memory: [0x02, 0x00, 0x00],
  global: [0x03, i32, 0x00],
};

export const importKinds: readonly Kind[] = ['function', 'table', 'memory', 'global'];

export function importing(module: string, name: string, kind: Kind = 'function'): ImportPart {
  return { module, name, what: kind === 'function' ? { params: [], results: [] } : kinds[kind] };
}

/** A function of the host, with its type. */
export function hostImport(name: string): ImportPart {
  const params = name.endsWith('-handle') ? [i32] : [];
  return { module: capabilityModule, name, what: { params, results: [i32] } };
}

export const hostNames = ['http', 'secret', 'storage', 'channel'].flatMap((each) => [
  `${each}-count`,
  `${each}-handle`,
]);

/** Sections as they stand behind the header. */
export function sections(...parts: readonly (Code | Uint8Array)[]): Uint8Array {
  return new Uint8Array(Buffer.concat([moduleHeader, ...parts].map((part) => bytes(part))));
}

/** A section whose content is too long for a list of numbers. */
export function bigSection(id: number, ...content: readonly (Code | Uint8Array)[]): Uint8Array {
  const all = Buffer.concat(content.map((part) => bytes(part)));
  return Buffer.concat([Uint8Array.from([id, ...unsigned(all.length)]), all]);
}

function bytes(part: Code | Uint8Array): Uint8Array {
  return part instanceof Uint8Array ? part : Uint8Array.from(flat(part));
}

/** So many copies of the same few bytes. */
export function copies(code: Code, count: number): Uint8Array {
  const one = flat(code);
  return new Uint8Array(Buffer.alloc(one.length * count, Uint8Array.from(one)));
}

export const typeSection: Code = [1, sized(list([[0x60, list([]), list([])]]))];

/** A data segment of zeros that makes a module as long as that. */
export function ofLength(length: number): Uint8Array {
  const module = (zeros: number) => sections(bigSection(11, [1, 1], unsigned(zeros), new Uint8Array(zeros)));
  const overhead = module(length - 30).length - (length - 30);
  return module(length - overhead);
}

/** Of the module that is there where nothing else is said. */
export function sizeOf(world: World): number {
  return stamped(world).length;
}
