import { describeFailure } from '#spec/failure/describe.ts';
import { quote } from '#spec/failure/evidence.ts';
import type { StopCause } from '../engine/outcome.ts';
import type { RunnerFailure } from './failure.ts';

/** One sentence for people. The words that name a setting, a list or a field are what it can be searched by. */
export function describeRunnerFailure(failure: RunnerFailure): string {
  switch (failure.code) {
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
      return `The artifact of the skill is refused. ${describeFailure(failure.failure)}`;
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
      return `Not granted, of ${failure.class}: ${failure.values.join()}`;
    case 'runner.bad-module':
      return `The module is refused: ${failure.failure.code}.`;
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

function place(path: string): string {
  return path === '' ? 'The input' : path;
}

function inVersion(version: string | undefined): string {
  return version === undefined ? '' : ` in version ${quote(version)}`;
}

function describeCause(cause: StopCause): string {
  switch (cause.kind) {
    case 'unknown-import':
      return `nothing provides ${quote(cause.name)} of ${quote(cause.module)}`;
    case 'import-type':
      return `${quote(cause.name)} of ${quote(cause.module)} is imported as something else`;
    case 'instances':
      return `it takes more than ${cause.limit} instances`;
    case 'initial-memory':
      return `memory ${cause.index} starts with ${cause.size.min} pages`;
    case 'initial-table':
      return `table ${cause.index} starts with ${cause.size.min} elements`;
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
