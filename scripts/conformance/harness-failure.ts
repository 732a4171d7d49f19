import { type OwnFailure, refuse } from '../cli/problem.ts';
import { exitCodes, type Kind } from './exit.ts';

interface Told {
  readonly message: string;
  readonly hint?: string;
}

/** A refusal of this program alone. */
export function refuseHarness(kind: Kind, code: OwnFailure['code'], told: Told) {
  return refuse({ code, kind, exitCode: exitCodes[kind], ...told });
}
