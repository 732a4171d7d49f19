import { type Code, flat, unsigned } from '#fixtures/wasm/encoding.ts';
import * as op from '#fixtures/wasm/operators.ts';
import { moduleHeader } from '#fixtures/wasm/wasm-module.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes of any number, which lists of numbers would take long for. */
export function bytes(...parts: readonly (Uint8Array | Code)[]): Bytes {
  const buffers = parts.map((part) => (part instanceof Uint8Array ? part : Buffer.from(flat(part))));
  return new Uint8Array(Buffer.concat(buffers));
}

export function repeated(code: Code, times: number): Bytes {
  const unit = flat(code);
  return new Uint8Array(Buffer.alloc(unit.length * times, Buffer.from(unit)));
}

export function sized(content: Uint8Array): Bytes {
  return bytes(unsigned(content.length), content);
}

export function section(id: number, count: number, items: Uint8Array | Code): Bytes {
  return bytes([id], sized(bytes(unsigned(count), items)));
}

export function moduleOf(...sections: readonly Uint8Array[]): Bytes {
  return bytes(moduleHeader, ...sections);
}

interface Surroundings {
  /** How often the function is there; the first of them is the entrypoint. */
  readonly times?: number;
  readonly locals?: Code;
  /** More types, and the sections between the functions and their exports. */
  readonly types?: readonly Code[];
  readonly between?: readonly Uint8Array[];
  /** More exports of the function, by their names. */
  readonly names?: readonly string[];
  readonly behind?: readonly Uint8Array[];
}

/** A module with a function `run` of this body, which gives an i32. */
export function withRun(body: Uint8Array, around: Surroundings = {}): Bytes {
  const { times = 1, locals = [0x00], types = [], between = [], names = [], behind = [] } = around;
  const code = sized(bytes(locals, body, op.end));
  return moduleOf(
    section(1, 1 + types.length, [[0x60, 0x00, 0x01, op.i32], ...types]),
    section(3, times, repeated([0x00], times)),
    ...between,
    section(7, 1 + names.length, bytes(...['run', ...names].map(exported))),
    section(10, times, bytes(...Array.from({ length: times }, () => code))),
    ...behind,
  );
}

/** The first function, under this name. */
function exported(name: string): Bytes {
  return bytes(sized(Buffer.from(name)), [0x00, 0x00]);
}
