import type { Case } from '../../../case.ts';
import { artifactCases } from './artifact.ts';
import { base64Cases } from './base64.ts';
import { blankCases } from './blank.ts';
import { capabilityFormCases } from './capability-forms.ts';
import { capabilityListCases } from './capability-lists.ts';
import { enabledCases } from './enabled.ts';
import { entrypointCases } from './entrypoint.ts';
import { inlineCases } from './inline.ts';
import { inputFieldCases } from './input-fields.ts';
import { inputJsonCases } from './input-json.ts';
import { installedCases } from './installed.ts';
import { lineBreakCases } from './line-breaks.ts';
import { manifestGrantCases } from './manifest-grants.ts';
import { moduleCases } from './module.ts';
import { modulePathCases } from './module-path.ts';
import { orderCases } from './order.ts';
import { positionalCases } from './positional.ts';
import { quotaCases } from './quotas.ts';
import { resultCases } from './result.ts';
import { stopCases } from './stops.ts';
import { toolCases } from './tool.ts';
import { unusualGrantCases } from './unusual-grants.ts';

/** The tool that runs a plugin, in the order of its chapter. */
export const runnerCases: readonly Case[] = [
  ...enabledCases,
  ...inputJsonCases,
  ...inputFieldCases,
  ...positionalCases,
  ...blankCases,
  ...inlineCases,
  ...base64Cases,
  ...entrypointCases,
  ...installedCases,
  ...artifactCases,
  ...toolCases,
  ...modulePathCases,
  ...moduleCases,
  ...capabilityFormCases,
  ...lineBreakCases,
  ...capabilityListCases,
  ...manifestGrantCases,
  ...unusualGrantCases,
  ...quotaCases,
  ...resultCases,
  ...stopCases,
  ...orderCases,
];
