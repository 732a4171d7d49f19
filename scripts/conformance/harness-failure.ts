import { refuse } from '../cli/problem.ts';
import { exitCodes, type Kind } from './exit.ts';
import type { HarnessCode } from './harness-codes.ts';

interface Told {
  readonly message: string;
  readonly hint?: string;
}

/** A refusal of this program alone. */
export function refuseHarness(kind: Kind, code: HarnessCode, told: Told) {
  return refuse({ code, kind, exitCode: exitCodes[kind], ...told });
}
