import type { ModuleParts } from '#fixtures/wasm/wasm-module.ts';
import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { accepted, changed } from '../../rows.ts';
import { record } from './expected.ts';
import { having, of, plain, putModule } from './given.ts';
import { stamped } from './modules.ts';

type Details = { readonly [key: string]: WireValue };
export type Status = 'pass' | 'warn' | 'fail';

/** A module of its own, and the one record of this check. */
export function rowsOf(check: string, requirement: RequirementId) {
  return (id: string, status: Status, details: Details, module: Uint8Array | ModuleParts): Case => {
    const bytes = (world: World) => (module instanceof Uint8Array ? module : stamped(world, module));
    const records = [record(check, status, { module_path: 'modules/main.wasm', ...details })];
    const value = () => ({ ...verdict(status), further: { [check]: records } });
    const proves = [requirement, 'AUD-PASSED'] as const;
    // One that fails is one module away from what passes.
    if (status === 'fail') return changed(`audit/${id}`, proves, plain, (world) => putModule(bytes(world)), { value });
    return accepted(`audit/${id}`, proves, of(having((world) => [['main.wasm', bytes(world)]])), { value });
  };
}

export function verdict(status: Status) {
  const failed = status === 'fail';
  return { passed: !failed, shouldQuarantine: failed, quarantineReasons: failed ? 1n : 0n };
}
