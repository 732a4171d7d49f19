import type { LifecycleEvent } from '#reference/lifecycle/step/types.ts';
import type { Json } from '#spec/json/value.ts';
import { isJsonObject } from '#spec/json/value.ts';
import { ok } from '#spec/result.ts';
import type { Output } from '../../cli/command.ts';
import type { Parsed } from '../../cli/options.ts';
import type { Outcome } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import type { GlobalOptions } from '../options.ts';
import { openState } from '../state-root.ts';
import type { statusOptions } from './status-options.ts';
import { takeStep } from './take-step.ts';

type StatusOptions = Parsed<typeof statusOptions> & GlobalOptions;

/** Sets a status in the state root itself; no daemon is asked. */
export async function decideStatus(
  decision: { readonly kind: 'quarantine' } | { readonly kind: 'enable'; readonly override: boolean },
  options: StatusOptions,
  shell: Shell,
): Promise<Outcome<Output>> {
  const state = await openState(options, shell);
  if (!state.ok) return state;
  const principal = options.principal ?? 'user:local';
  const event: LifecycleEvent = {
    ...decision,
    skillId: options.skill,
    version: options.version ?? null,
    reason: options.reason ?? null,
    principal,
  };
  const by = { principal, deviceId: options['device-id'], channel: options.channel };
  const decided = takeStep(state.value, event, { by, withStatuses: true }, shell);
  if (!decided.ok) return decided;
  const marker = decision.kind === 'enable' ? 'skill.enabled' : 'skill.quarantined';
  return ok({ stdout: told(marker, decided.value.log.at(-1)?.payload ?? null, options.json) });
}

/** The line of the log is what is told. */
function told(marker: string, row: Json, asJson: boolean): string {
  const fields = isJsonObject(row) ? [...row] : [];
  if (asJson) return jsonDocument(new Map(fields));
  return markedLine(marker, Object.fromEntries(fields.map(([key, value]) => [key, String(value ?? 'none')])));
}
