import type { Case } from '../../../case.ts';
import { adapterCases } from './adapters.ts';
import { bulkCases } from './bulk.ts';
import { capabilityClassCases } from './classes.ts';
import { entryCases } from './entries.ts';
import { publishedContractCases } from './published.ts';
import { reasonCases } from './reasons.ts';
import { recordCases } from './record-faults.ts';
import { unaskedExportCases } from './unasked-exports.ts';
import { versionCases } from './versions.ts';

export const contractsCases: readonly Case[] = [
  ...publishedContractCases,
  ...versionCases,
  ...adapterCases,
  ...capabilityClassCases,
  ...reasonCases,
  ...entryCases,
  ...recordCases,
  ...bulkCases,
  ...unaskedExportCases,
];
