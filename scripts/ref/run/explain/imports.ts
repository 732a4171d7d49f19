import { nearest } from '#conformance/nearest.ts';
import { handlesFor, hostFunctions, noGrants } from '#reference/runtime/engine/capabilities.ts';
import type { Import } from '#reference/runtime/rewrite/outline.ts';
import { capabilityModule } from '#spec/constants.ts';
import { quote } from '#spec/failure/evidence.ts';
import type { RunResult } from '../result.ts';
import { type Explanation, listed } from './explanation.ts';
import { signature } from './signature.ts';

const provided = [...hostFunctions(handlesFor(noGrants), { count: 0, first: [] }).keys()];
const mostImports = 8;

export function explainImports({ insight }: RunResult): Explanation {
  const imports = insight?.imports ?? [];
  const unknown = imports.filter(({ module, name }) => module !== capabilityModule || !provided.includes(name));
  return unknown.length > 0 ? explainUnknown(unknown) : explainTypes(imports);
}

function explainUnknown(unknown: readonly Import[]): Explanation {
  const [first, ...others] = unknown;
  const alone = first !== undefined && others.length === 0;
  const rest = unknown.length - mostImports;
  return {
    what: alone
      ? `Nothing provides ${quote(first.name)} of ${quote(first.module)}${meant(first)}`
      : `Nothing provides ${unknown.length} of its imports.`,
    details: [
      ...(alone
        ? []
        : unknown.slice(0, mostImports).map((each) => `${quote(each.name)} of ${quote(each.module)}${meant(each)}`)),
      ...(rest > 0 ? [`And ${rest} more.`] : []),
      `A plugin may import from ${quote(capabilityModule)} alone: ${provided.join(', ')}.`,
    ],
    next: [...new Set(unknown.map(advice))].slice(0, mostImports),
  };
}

function meant({ module, name }: Import): string {
  const close = module === capabilityModule ? nearest(name, provided) : undefined;
  if (close !== undefined) return `; did you mean ${close}?`;
  return isMisspelt(module) ? `; did you mean ${quote(capabilityModule)}?` : '.';
}

/** Another version of it, or none, or a letter that is wrong. */
function isMisspelt(module: string): boolean {
  const [unversioned = ''] = capabilityModule.split('@');
  if (module === capabilityModule) return false;
  return module.startsWith(unversioned) || nearest(module, [capabilityModule]) !== undefined;
}

/** What brings an import in that nobody asked for, by where it comes from. */
const origins: readonly (readonly [from: RegExp, advice: string])[] = [
  [
    /^wasi|^wasi:/,
    'A plugin has no WASI. Build for wasm32-unknown-unknown (Rust), wasm32-freestanding (Zig) or wasm-unknown (TinyGo).',
  ],
  [
    /^env (abort|seed|trace|console)/,
    'AssemblyScript imports its abort: build with `asc --use abort=`, or give it a function of your own.',
  ],
  [/^(wbg|__wbindgen|\.\/.*_bg\.js)/, 'wasm-bindgen talks to JavaScript: leave it and its crates out of a plugin.'],
  [/^palyra:/, `Take the names as spec/wit/palyra-plugin.wit has them, the version of the module included.`],
  [
    /^env (emscripten|invoke|_emval|_embind)/,
    'Emscripten brings its own host: build with clang for wasm32 and -nostdlib.',
  ],
  [/^env memory$/, 'A plugin brings its own memory: leave out `--import-memory` (wasm-ld) or `--importMemory` (asc).'],
  [/^env /, 'What a linker finds nowhere it makes an import of `env`: link what is missing, or remove its use.'],
];

function advice({ module, name }: Import): string {
  const [, found] = origins.find(([from]) => from.test(`${module} ${name}`)) ?? [];
  return found ?? 'Remove the import, or whatever brings it in.';
}

function explainTypes(imports: readonly Import[]): Explanation {
  const wrong = imports.filter(({ name, type }) => type === undefined || signature(type) !== typeOf(name));
  return {
    what: `It imports ${listed(wrong.map(({ name }) => quote(name)))} as something else.`,
    details: wrong.slice(0, mostImports).map(({ name, type }) => {
      const found = type === undefined ? 'no function' : signature(type);
      return `${name} is ${typeOf(name)}, and is imported as ${found}.`;
    }),
    next: ['Declare it as spec/wit/palyra-plugin.wit has it.'],
  };
}

function typeOf(name: string): string {
  return name.endsWith('-count') ? '() -> i32' : '(i32) -> i32';
}
