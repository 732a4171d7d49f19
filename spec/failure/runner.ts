import type { CapabilityClass } from '../contracts/vocabulary.ts';
import type { RunnerTextField } from '../runner.ts';
import type { StopCause } from '../runtime.ts';
import { quote } from './evidence.ts';
import { describeRuntime, type RuntimeFailure } from './runtime.ts';

/** Every way in which a plugin is not run, or not to its end. */
export type RunnerFailure =
  | { readonly code: 'runner.input-too-large'; readonly actual: number; readonly limit: number }
  | { readonly code: 'runner.disabled' }
  // From here on: the input. The path leads to the value, and is empty for the input itself.
  | { readonly code: 'runner.not-json'; readonly detail: string; readonly offset: number }
  | { readonly code: 'runner.repeated-field'; readonly path: string }
  | { readonly code: 'runner.unknown-field'; readonly path: string; readonly field: string }
  | { readonly code: 'runner.wrong-type'; readonly path: string; readonly wanted: string }
  | { readonly code: 'runner.blank-field'; readonly field: RunnerTextField }
  // From here on: the module.
  | { readonly code: 'runner.inline-not-allowed' }
  | { readonly code: 'runner.inline-with-skill-field'; readonly field: RunnerTextField }
  | { readonly code: 'runner.two-modules' }
  | { readonly code: 'runner.bad-base64' }
  | { readonly code: 'runner.bad-entrypoint'; readonly value: string }
  | { readonly code: 'runner.no-module-source' }
  | { readonly code: 'runner.skills-unavailable'; readonly detail: string }
  | { readonly code: 'runner.not-installed'; readonly skillId: string; readonly version: string | undefined }
  | { readonly code: 'runner.bad-artifact'; readonly because: string; readonly says: string }
  | { readonly code: 'runner.unknown-tool'; readonly toolId: string }
  | { readonly code: 'runner.bad-module-path'; readonly path: string }
  | { readonly code: 'runner.unknown-module'; readonly path: string }
  | { readonly code: 'runner.several-modules'; readonly count: number }
  | { readonly code: 'runner.empty-module' }
  | { readonly code: 'runner.module-too-large'; readonly actual: number; readonly limit: bigint }
  // From here on: the capabilities.
  | {
      readonly code: 'runner.bad-capability';
      readonly class: CapabilityClass;
      readonly source: CapabilitySource;
      readonly value: string;
    }
  | { readonly code: 'runner.denied'; readonly class: CapabilityClass; readonly values: readonly string[] }
  | { readonly code: 'runner.other-skill'; readonly skillId: string; readonly version: string }
  // From here on: the run.
  | { readonly code: 'runner.bad-module'; readonly failure: RuntimeFailure }
  | { readonly code: 'runner.unlinkable'; readonly cause: StopCause }
  | { readonly code: 'runner.missing-export'; readonly entrypoint: string }
  | { readonly code: 'runner.execution-failed'; readonly cause: StopCause }
  | { readonly code: 'runner.limit-exceeded'; readonly cause: StopCause }
  | { readonly code: 'runner.timed-out'; readonly timeoutMs: bigint };

/** The list that an entry was found in. */
export type CapabilitySource = `capabilities.${CapabilityClass}` | `policy.allowed_${CapabilityClass}`;

/** One sentence for people. The words that name a setting, a list or a field are what it can be searched by. */
export function describeRunner(failure: RunnerFailure): string {
  switch (failure.code) {
    case 'runner.input-too-large':
      return `The input has ${failure.actual} bytes; the most is ${failure.limit}.`;
    case 'runner.disabled':
      return 'The policy of this host runs no plugins.';
    case 'runner.not-json':
      return `The input is not JSON: ${failure.detail}.`;
    case 'runner.repeated-field':
      return `The input has the field ${quote(failure.path)} more than once.`;
    case 'runner.unknown-field':
      return `${place(failure.path)} has an unknown field ${quote(failure.field)}.`;
    case 'runner.wrong-type':
      return `${place(failure.path)} must be ${failure.wanted}.`;
    case 'runner.blank-field':
      return `${failure.field} is blank; leave it out instead.`;
    case 'runner.inline-not-allowed':
      return 'The policy of this host runs modules of installed skills only; it needs allow_inline_modules=true.';
    case 'runner.inline-with-skill-field':
      return `${failure.field} is about an installed skill and cannot stand beside an inline module.`;
    case 'runner.two-modules':
      return 'module_wat and module_base64 are both given; give one.';
    case 'runner.bad-base64':
      return 'module_base64 is not base64: the standard alphabet with its padding and nothing else.';
    case 'runner.bad-entrypoint':
      return `The entrypoint ${quote(failure.value)} is not made of a-z, 0-9, _ and - alone.`;
    case 'runner.no-module-source':
      return 'The input names no skill_id and brings no module.';
    case 'runner.skills-unavailable':
      return `The installed skills cannot be read: ${failure.detail}.`;
    case 'runner.not-installed':
      return `The skill ${quote(failure.skillId)} is not installed${inVersion(failure.version)}.`;
    case 'runner.bad-artifact':
      return `The artifact of the skill is refused. ${failure.says}`;
    case 'runner.unknown-tool':
      return `The skill has no tool ${quote(failure.toolId)}.`;
    case 'runner.bad-module-path':
      return `${quote(failure.path)} is not the path of a module, such as modules/name.wasm.`;
    case 'runner.unknown-module':
      return `The artifact has no module ${quote(failure.path)}.`;
    case 'runner.several-modules':
      return `The artifact has ${failure.count} modules; say which by module_path.`;
    case 'runner.empty-module':
      return 'The module is empty.';
    case 'runner.module-too-large':
      return `The module has ${failure.actual} bytes; the policy has max_module_size_bytes=${failure.limit}.`;
    case 'runner.bad-capability': {
      const what = failure.class === 'http_hosts' ? 'invalid host' : 'invalid entry';
      return `${failure.source} has an ${what} ${quote(failure.value)}.`;
    }
    case 'runner.denied':
      return `Not granted, of ${failure.class}: ${someOf(failure.values)}`;
    case 'runner.other-skill':
      return `The artifact is not of the skill ${quote(failure.skillId)}${inVersion(failure.version)}.`;
    case 'runner.bad-module':
      return `The module is refused. ${describeRuntime(failure.failure)}`;
    case 'runner.unlinkable':
      return `The module does not keep to the import contract or its own start: ${describeCause(failure.cause)}.`;
    case 'runner.missing-export':
      return `The module has no function ${failure.entrypoint} that takes nothing and gives one i32.`;
    case 'runner.execution-failed':
      return `The execution failed: ${describeCause(failure.cause)}.`;
    case 'runner.limit-exceeded':
      return `A limit of the run is exceeded: ${describeCause(failure.cause)}.`;
    case 'runner.timed-out':
      return `The run did not end within ${failure.timeoutMs} ms.`;
    default:
      return failure satisfies never;
  }
}

const mostNamed = 10;

function someOf(values: readonly string[]): string {
  const named = values.slice(0, mostNamed).map(quote).join(', ');
  return values.length > mostNamed ? `${named} and ${values.length - mostNamed} more` : named;
}

function place(path: string): string {
  return path === '' ? 'The input' : path;
}

function inVersion(version: string | undefined): string {
  return version === undefined ? '' : ` in version ${quote(version)}`;
}

/** Half a sentence. */
export function describeCause(cause: StopCause): string {
  switch (cause.kind) {
    case 'unknown-import':
      return `nothing provides ${quote(cause.name)} of ${quote(cause.module)}`;
    case 'import-type':
      return `${quote(cause.name)} of ${quote(cause.module)} is imported as something else`;
    case 'instances':
      return `it takes more than ${cause.limit} instances`;
    case 'initial-memory':
      return `memory ${cause.index} starts with ${cause.pages} pages`;
    case 'initial-table':
      return `table ${cause.index} starts with ${cause.elements} elements`;
    case 'missing-export':
      return `there is no export ${quote(cause.name)}`;
    case 'trap':
      return `it trapped (${cause.trap})`;
    case 'engine':
      return cause.detail;
    case 'out-of-fuel':
      return 'its fuel ran out';
    case 'deadline':
      return 'its time ran out';
    default:
      return cause satisfies never;
  }
}
