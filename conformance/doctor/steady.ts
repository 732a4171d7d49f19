import type { Operation, WireValue } from '#spec/operations.ts';
import { fieldsOf, isList } from '../runner/match.ts';

/** A value without what may be another one at the next time: how long a run took, and what one cut short has left. */
export function steady(operation: Operation, value: WireValue): WireValue {
  if (operation === 'runner.run') return without('duration_ms', value);
  const runs = operation === 'runtime.run' ? fieldsOf(value)?.get('runs') : undefined;
  return runs !== undefined && isList(runs)
    ? new Map([...(fieldsOf(value) ?? []), ['runs', runs.map(steadyRun)]])
    : value;
}

/** Where time or the stack of the machine ends a run is up to the machine. */
function steadyRun(run: WireValue): WireValue {
  const stop = fieldsOf(run)?.get('stop');
  return stop === null || stop === 'limit' ? run : without('fuelLeft', run);
}

function without(member: string, value: WireValue): WireValue {
  const fields = fieldsOf(value);
  return fields === undefined ? value : new Map([...fields].filter(([key]) => key !== member));
}
