/** A compiled module; nothing is asked of it but to be instantiated. */
export interface Compiled {
  readonly [Symbol.toStringTag]: string;
}

export interface Counter {
  value: bigint;
}

export interface Slots {
  set(index: number, value: unknown): void;
}

export type Exports = Readonly<Record<string, unknown>>;

interface WebAssemblyInterface {
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => Compiled;
  readonly Instance: new (module: Compiled, imports?: object) => { readonly exports: Exports };
  readonly Global: new (type: { readonly value: 'i64' }, value: bigint) => Counter;
  readonly RuntimeError: new (message: string) => Error;
  readonly Table: new (type: { readonly element: 'anyfunc'; readonly initial: number }) => Slots;
}

/** What is used of the engine: the types of Node say nothing of it, and those of a browser bring a whole page along. */
export const wasm: WebAssemblyInterface = Reflect.get(globalThis, 'WebAssembly');
