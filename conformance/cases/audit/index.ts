import type { Case } from '../../case.ts';
import { beginningCases } from './beginnings.ts';
import { bulkCases } from './bulk.ts';
import { digestCases } from './digests.ts';
import { entrypointCases } from './entrypoint.ts';
import { exportCases } from './exports.ts';
import { filesystemCases } from './filesystem.ts';
import { importCases } from './foreign-imports.ts';
import { moduleSizeCases } from './module-size.ts';
import { feedCases, forbiddenCases, plainCases, scopeCases } from './plain.ts';
import { policyCases } from './policy.ts';
import { textCases } from './texts.ts';
import { togetherCases } from './together.ts';
import { validationCases } from './validation.ts';
import { verificationCases } from './verification.ts';

/** The policy, what is refused, what is said of the manifest, and what is said of the modules. */
export const auditCases: readonly Case[] = [
  ...plainCases,
  ...policyCases,
  ...verificationCases,
  ...scopeCases,
  ...forbiddenCases,
  ...feedCases,
  ...moduleSizeCases,
  ...validationCases,
  ...textCases,
  ...exportCases,
  ...filesystemCases,
  ...importCases,
  ...beginningCases,
  ...bulkCases,
  ...entrypointCases,
  ...digestCases,
  ...togetherCases,
];
