import { shippedAdapters } from '#spec/contracts/adapters.ts';
import type { AdapterSupport } from '#spec/contracts/vocabulary.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { declares, entry, negotiating, notReady, ready, serves } from './negotiating.ts';

const proves = ['CON-DESCRIPTORS', 'CON-READY'] as const;

/** Each contract as the daemon in the field serves it. */
function publishedCases({ kind, adapter, supportedVersions, allowedCapabilityClasses }: AdapterSupport): Case[] {
  const id = `runtime/contracts-published-${kind.replaceAll('_', '-')}`;
  const serving = serves(kind, { adapter, versions: supportedVersions, classes: allowedCapabilityClasses });
  return [
    accepted(
      id,
      proves,
      negotiating({ declarations: [declares(kind)], classes: allowedCapabilityClasses, adapters: [serving] }),
      ready(entry(kind, { adapter })),
    ),
    changed(
      `${id}-second-version`,
      ['CON-DESCRIPTORS', 'CON-NO-DESCRIPTOR', 'CON-VERSIONS'],
      id,
      put(['declarations', 0, 'version'], 2n),
      notReady(entry(kind, { adapter, version: 2n, reasons: ['no-descriptor', 'version-not-supported'] })),
    ),
    changed(
      `${id}-without-adapter`,
      ['CON-DESCRIPTORS', 'CON-NO-ADAPTER'],
      id,
      put(['adapters'], []),
      notReady(entry(kind, { reasons: ['no-adapter'] })),
    ),
  ];
}

const kinds = shippedAdapters.map(({ kind }) => kind);
const daemon = shippedAdapters.map(({ kind, adapter, supportedVersions, allowedCapabilityClasses }) =>
  serves(kind, { adapter, versions: supportedVersions, classes: allowedCapabilityClasses }),
);

export const publishedContractCases: readonly Case[] = [
  ...shippedAdapters.flatMap(publishedCases),
  accepted(
    'runtime/contracts-published-all',
    [...proves, 'CON-ENTRIES'],
    negotiating({ declarations: kinds.map((kind) => declares(kind)), adapters: daemon }),
    ready(...shippedAdapters.map(({ kind, adapter }) => entry(kind, { adapter }))),
  ),
  changed(
    'runtime/contracts-published-all-channels',
    ['CON-CLASSES', 'CON-READY'],
    'runtime/contracts-published-all',
    put(['capability_classes'], ['channels']),
    notReady(
      ...shippedAdapters.map(({ kind, adapter, allowedCapabilityClasses }) =>
        entry(kind, {
          adapter,
          reasons: allowedCapabilityClasses.includes('channels') ? [] : ['classes-not-allowed'],
        }),
      ),
    ),
  ),
];
