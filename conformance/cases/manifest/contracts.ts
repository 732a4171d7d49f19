import { contractKinds } from '#spec/constants.ts';
import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { acceptedSample, changed, full } from './sample.ts';

const unsupported = 'manifest.unsupported-contract';
const header = '[[operator.plugin.contracts]]\n';
const declared = (kind: string, version: string) => `${header}kind = "${kind}"\nversion = ${version}\n`;
const piece = declared('memory_provider', '1');

const version = rowsAt('manifest/contract', ['MAN-CONTRACT-VERSION'], {
  sample: full,
  piece,
  shows: (contracts) => ({ operator: { plugin: { contracts } } }),
});
const all = changed('manifest/contract-of-every-kind', full, [
  piece,
  contractKinds.map((kind) => declared(kind, '1')).join(''),
]);
const two = changed('manifest/contract-two', full, [
  piece,
  declared('memory_provider', '1') + declared('context_engine', '1'),
]);
const unique = rowsAt('manifest/contract', ['MAN-CONTRACT-UNIQUE'], { sample: two, piece: 'kind = "context_engine"' });

export const contractCases: readonly Case[] = [
  acceptedSample(all, ['MAN-CONTRACT-VERSION'], () => ({
    operator: { plugin: { contracts: contractKinds.map((kind) => ({ kind, version: 1n })) } },
  })),
  acceptedSample(two, ['MAN-CONTRACT-UNIQUE']),
  ...contractKinds.flatMap((kind) => {
    const name = kind.replaceAll('_', '-');
    const rows = rowsAt('manifest/contract', ['MAN-CONTRACT-VERSION'], { sample: all, piece: declared(kind, '1') });
    return [
      rows.refuses(`${name}-version-0`, declared(kind, '0'), unsupported),
      rows.refuses(`${name}-version-2`, declared(kind, '2'), unsupported),
    ];
  }),
  version.refuses('most', declared('memory_provider', '4294967295'), unsupported),
  unique.refuses('twice', 'kind = "memory_provider"', 'manifest.duplicate-contract'),
];
