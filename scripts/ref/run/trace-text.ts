import type { HostCalls } from '#reference/runtime/engine/capabilities.ts';
import { columns } from '../../cli/wrap.ts';
import { type GrantedHandles, grantOf } from './handles.ts';
import { showCount } from './quantities.ts';

/** What the guest asked its host for, in the order in which it did. */
export function traceText({ count, first }: Readonly<HostCalls>, handles: GrantedHandles): string {
  if (count === 0) return '  none\n';
  const rows = first.map(({ name, index, result }, at) => [
    showCount(at + 1),
    `${name}(${index ?? ''})`,
    `= ${result}`,
    index === undefined ? '' : (grantOf(handles, result) ?? 'there is no such handle'),
  ]);
  const rest = count - first.length;
  return columns(rows, 2) + (rest > 0 ? `  and ${showCount(rest)} more, of which nothing is kept\n` : '');
}
