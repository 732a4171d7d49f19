import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { type Code, declares, entry, negotiating, notReady, ready, serves } from './negotiating.ts';

const proves = ['CON-REASONS', 'CON-READY'] as const;
const kind = 'scheduler_task_provider';

/** A request about which exactly these things are wrong. */
function asking(reasons: readonly Code[]) {
  const has = (code: Code) => reasons.includes(code);
  const version = has('no-descriptor') ? 2n : 1n;
  const versions = has('version-not-supported') ? [3n] : [version];
  const classes = has('classes-not-allowed') ? [] : (['secrets'] as const);
  return {
    version,
    given: negotiating({
      declarations: [declares(kind, version)],
      classes: ['secrets'],
      adapters: has('no-adapter') ? [] : [serves(kind, { versions, classes })],
    }),
  };
}

function reasonsOf(name: string, ...reasons: Code[]): Case {
  const { version, given } = asking(reasons);
  return accepted(`runtime/contracts-reasons-${name}`, proves, given, notReady(entry(kind, { version, reasons })));
}

export const reasonCases: readonly Case[] = [
  accepted('runtime/contracts-reasons-none', proves, asking([]).given, ready(entry(kind))),
  reasonsOf('descriptor', 'no-descriptor'),
  reasonsOf('adapter', 'no-adapter'),
  reasonsOf('version', 'version-not-supported'),
  reasonsOf('classes', 'classes-not-allowed'),
  reasonsOf('descriptor-adapter', 'no-descriptor', 'no-adapter'),
  reasonsOf('descriptor-version', 'no-descriptor', 'version-not-supported'),
  reasonsOf('descriptor-classes', 'no-descriptor', 'classes-not-allowed'),
  reasonsOf('version-classes', 'version-not-supported', 'classes-not-allowed'),
  reasonsOf('descriptor-version-classes', 'no-descriptor', 'version-not-supported', 'classes-not-allowed'),
  changed(
    'runtime/contracts-reasons-none-behind-the-adapter',
    ['CON-NO-ADAPTER', 'CON-REASONS'],
    'runtime/contracts-reasons-descriptor-version-classes',
    put(['adapters', 0, 'kind'], 'memory_provider'),
    notReady(entry(kind, { version: 2n, reasons: ['no-descriptor', 'no-adapter'] })),
  ),
  changed(
    'runtime/contracts-reasons-versions-joined-by-classes',
    proves,
    'runtime/contracts-reasons-version',
    put(['capability_classes'], ['http_hosts', 'channels', 'channels', 'secrets']),
    notReady(entry(kind, { reasons: ['version-not-supported', 'classes-not-allowed'] })),
  ),
];
