import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { OptionalFeature } from '#spec/runtime.ts';

interface Linked {
  readonly instance: object;
  readonly module: object;
}

/** What is used of the engine to start the program, beside what guests need of it. */
interface Loader {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<object>;
}

const loader: Loader = Reflect.get(globalThis, 'WebAssembly');

/** What Binaryen calls the features of the profile. */
const everywhere = [
  'bulk-memory',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'sign-ext',
  'simd',
  'tail-call',
];
const somewhere: Readonly<Partial<Record<OptionalFeature, string>>> = {
  'extended-const': 'extended-const',
  'multi-memory': 'multimemory',
};

/**
 * Binaryen's generator, which only its program `wasm-opt` has. To start the program takes half a second, most of it to
 * get ready; so it is loaded once and begun anew for each module, in a few milliseconds.
 */
export class BinaryenGenerator {
  readonly #folder = mkdtempSync(join(tmpdir(), 'palyra-binaryen-'));
  readonly #features: readonly string[];
  readonly #program: (...given: readonly unknown[]) => void;
  readonly #require: NodeJS.Require;
  #compiled: object | undefined;

  constructor(features: ReadonlySet<OptionalFeature>) {
    const optional = [...features].flatMap((feature) => somewhere[feature] ?? []);
    this.#features = [...everywhere, ...optional].map((name) => `--enable-${name}`);
    const file = createRequire(import.meta.url)
      .resolve('binaryen')
      .replace('index.js', 'bin/wasm-opt');
    this.#require = createRequire(file);
    const source = readFileSync(file, 'utf8').replace(/^#!.*/, '');
    const program = compileFunction(source, ['Module', 'require', 'process', 'WebAssembly', '__dirname']);
    this.#program = (...given) => program(...given);
  }

  /** The same module for the same food. */
  async generate(food: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    const [input, output] = [join(this.#folder, 'food'), join(this.#folder, 'module')];
    writeFileSync(input, food);
    const shape = ['--mvp-features', ...this.#features, '--fuzz-passes', '--denan'];
    await this.#run([input, '--translate-to-fuzz', ...shape, '--output', output]);
    return new Uint8Array(readFileSync(output));
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #run(given: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const compiled = this.#compiled;
      const said: string[] = [];
      const itsProcess: NodeJS.Process = Object.create(process, { exitCode: { value: 0, writable: true } });
      const module = {
        arguments: given,
        print: (line: string) => said.push(line),
        printErr: (line: string) => said.push(line),
        // It says how it ended by the exit code of the process that it takes itself for.
        postRun: () => (itsProcess.exitCode === 0 ? resolve() : reject(new Error(said.join('\n')))),
        onAbort: reject,
        ...(compiled && {
          instantiateWasm: (imports: object, receive: (instance: object, module: object) => void) => {
            void loader.instantiate(compiled, imports).then((instance) => receive(instance, compiled), reject);
          },
        }),
      };
      const engine = Object.create(loader, { instantiate: { value: this.#instantiate.bind(this) } });
      this.#program(module, this.#require, itsProcess, engine, this.#folder);
    });
  }

  async #instantiate(bytes: Uint8Array, imports: object): Promise<Linked> {
    this.#compiled = await loader.compile(bytes);
    return { module: this.#compiled, instance: await loader.instantiate(this.#compiled, imports) };
  }
}
