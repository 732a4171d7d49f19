import type { StopCause } from '#spec/runtime.ts';
import type { RunResult, Stopped } from '../result.ts';
import type { Explanation } from './explanation.ts';
import { explainMissingExport } from './exports.ts';
import { explainImports } from './imports.ts';
import { explainDeadline, explainFuel, explainInstances, explainMemory, explainTable } from './limits.ts';
import { explainRefusal } from './refusal.ts';
import { explainTrap } from './traps.ts';

export function explain(result: RunResult): Explanation {
  const { ending } = result;
  switch (ending.kind) {
    case 'finished':
      return explainFinish(ending.exitCode);
    case 'refused':
      return explainRefusal(ending, result);
    case 'stopped':
      return withClass(ending, explainCause(ending.cause, result), result);
    default:
      return ending satisfies never;
  }
}

function explainFinish(exitCode: number): Explanation {
  return {
    what: 'It came to its end.',
    details: [`Any exit code is a success to a host; what ${exitCode} means is between the plugin and its caller.`],
    next: [],
  };
}

function explainCause(cause: StopCause, result: RunResult): Explanation {
  switch (cause.kind) {
    case 'unknown-import':
    case 'import-type':
      return explainImports(result);
    case 'missing-export':
      return explainMissingExport(cause.name, result);
    case 'instances':
      return explainInstances(cause.limit);
    case 'initial-memory':
      return explainMemory(cause.index, cause.pages, result);
    case 'initial-table':
      return explainTable(cause.index, cause.elements, result);
    case 'out-of-fuel':
      return explainFuel(result);
    case 'deadline':
      return explainDeadline(result);
    case 'trap':
      return explainTrap(cause.trap, result);
    case 'engine':
      return {
        what: `The engine of this machine gave up: ${cause.detail}.`,
        details: ['That says nothing about the plugin: another machine may have run it.'],
        next: ['Look whether it asks for much memory, many table elements or very large functions.'],
      };
    default:
      return cause satisfies never;
  }
}

/** Where the class is not what the cause lets one expect. */
function withClass(stop: Stopped, explanation: Explanation, { measured }: RunResult): Explanation {
  const details = [...explanation.details];
  if (stop.class === 'limit' && measured?.fuelLeft === 0n && !limits.includes(stop.cause.kind)) {
    details.push('It had no fuel left by then, and that is what a host reports first, whatever the cause was.');
  } else if (stop.class === 'linker' && stop.cause.kind === 'trap') {
    details.push(
      'That was before its entrypoint was called: in its start function, or while its data was put in place.',
    );
  }
  return { ...explanation, details };
}

const limits: readonly StopCause['kind'][] = ['out-of-fuel', 'instances', 'initial-memory'];
