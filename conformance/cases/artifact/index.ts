import type { Case } from '../../case.ts';
import { buildCompatibility } from './build/compatibility.ts';
import { buildEntries } from './build/entries.ts';
import { buildManifest } from './build/manifest.ts';
import { buildOrder } from './build/order.ts';
import { buildResult } from './build/result.ts';
import { buildSchemas } from './build/schema-text.ts';
import { compatibility } from './compatibility.ts';
import { container } from './container.ts';
import { contents } from './contents.ts';
import { decodeOrder } from './decode-order.ts';
import { directories } from './directories.ts';
import { directoryRecords } from './directory-records.ts';
import { documents } from './documents.ts';
import { golden } from './golden.ts';
import { holes } from './holes.ts';
import { integrityList } from './integrity.ts';
import { json } from './json.ts';
import { keys } from './keys.ts';
import { counts, sizes } from './limits.ts';
import { keptNames, uniqueNames } from './names.ts';
import { entries } from './one-meaning/entries.ts';
import { entryNames } from './one-meaning/names.ts';
import { meaningOrder } from './one-meaning/order.ts';
import { structure } from './one-meaning/structure.ts';
import { paths } from './paths.ts';
import { payload } from './payload.ts';
import { requiredEntries } from './required-entries.ts';
import { signatures } from './signature.ts';
import { signaturePrimitive } from './signature-primitive.ts';
import { signatureRecord, signedAt } from './signature-record.ts';
import { torsionCases } from './torsion.ts';
import { variations } from './variations.ts';
import { verifyOrder } from './verify-order.ts';

/** In the order of the chapter: the archive, its one meaning, what it holds, who signed it, and how it is built. */
export const artifactCases: readonly Case[] = [
  ...paths,
  ...container,
  ...contents,
  ...directories,
  ...sizes,
  ...counts,
  ...variations,
  ...uniqueNames,
  ...keptNames,
  ...decodeOrder,
  ...structure,
  ...entries,
  ...entryNames,
  ...directoryRecords,
  ...meaningOrder,
  ...holes,
  ...requiredEntries,
  ...documents,
  ...json,
  ...payload,
  ...signatureRecord,
  ...signedAt,
  ...signatures,
  ...torsionCases,
  ...signaturePrimitive,
  ...integrityList,
  ...compatibility,
  ...verifyOrder,
  ...keys,
  ...buildEntries,
  ...buildManifest,
  ...buildSchemas,
  ...buildResult,
  ...buildCompatibility,
  ...buildOrder,
  ...golden,
];
