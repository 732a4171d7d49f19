import type { Shell } from '../../cli/shell.ts';
import type { Actor } from './step-change.ts';

/** Of a machine that nobody has given an id, as in shipping software. */
const defaultDevice = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

export function actorOf(
  principal: string,
  shell: Shell,
  nowUnixMs: bigint,
  from: { readonly deviceId?: string | undefined; readonly channel?: string | undefined } = {},
): Actor {
  const deviceId = from.deviceId ?? defaultDevice;
  return { principal, deviceId, channel: from.channel ?? null, nowUnixMs, random: shell.randomBytes(10) };
}
