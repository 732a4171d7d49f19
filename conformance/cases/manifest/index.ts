import type { Case } from '../../case.ts';
import { aliasCases } from './aliases.ts';
import { blankCases } from './blank.ts';
import { builderCases } from './builder.ts';
import { byteOrderMarkCases } from './byte-order-mark.ts';
import { configCases } from './config.ts';
import { configValueCases } from './config-values.ts';
import { contractCases } from './contracts.ts';
import { controlCases } from './controls.ts';
import { dateTimeCases } from './date-times.ts';
import { defaultModuleCases } from './default-module.ts';
import { defaultToolCases } from './default-tool.ts';
import { defaultCases } from './defaults.ts';
import { depthCases } from './depth.ts';
import { duplicateCases } from './duplicates.ts';
import { enumCases } from './enums.ts';
import { escapeCases } from './escapes.ts';
import { fieldTypeCases } from './field-types.ts';
import { freeFormCases } from './free-form.ts';
import { fullCases } from './full.ts';
import { hostCases } from './hosts.ts';
import { identifierCases } from './identifiers.ts';
import { integerCases } from './integers.ts';
import { keyCases } from './keys.ts';
import { labelCases } from './labels.ts';
import { laxCases } from './lax.ts';
import { legacyCases } from './legacy.ts';
import { limitCases } from './limits.ts';
import { lineEndCases } from './line-ends.ts';
import { manifestVersionCases } from './manifest-version.ts';
import { minimalCases } from './minimal.ts';
import { operatorTextCases } from './operator-texts.ts';
import { orderCases } from './order.ts';
import { orderWithinCases } from './order-within.ts';
import { pathCases } from './paths.ts';
import { positionalCases } from './positional.ts';
import { quotaCases } from './quotas.ts';
import { requiredKeyCases } from './required-keys.ts';
import { schemaCases } from './schemas.ts';
import { secretCases } from './secrets.ts';
import { skillIdCases } from './skill-id.ts';
import { stringCases } from './strings.ts';
import { tableTypeCases } from './table-types.ts';
import { tableCases } from './tables.ts';
import { toolCases } from './tools.ts';
import { trimCases } from './trim.ts';
import { unknownKeyCases } from './unknown-keys.ts';
import { utf8Cases } from './utf8.ts';
import { versionCases } from './versions.ts';
import { inspectionCases } from './warnings.ts';
import { wildcardCases } from './wildcards.ts';

/** From bytes to text, from text to a shape, from a shape to values that hold; then what an inspection says of it. */
export const manifestCases: readonly Case[] = [
  ...minimalCases,
  ...fullCases,

  ...utf8Cases,
  ...byteOrderMarkCases,
  ...lineEndCases,
  ...controlCases,
  ...escapeCases,
  ...stringCases,
  ...keyCases,
  ...tableCases,
  ...duplicateCases,
  ...laxCases,
  ...depthCases,
  ...integerCases,
  ...freeFormCases,
  ...dateTimeCases,

  ...unknownKeyCases,
  ...requiredKeyCases,
  ...fieldTypeCases,
  ...tableTypeCases,
  ...defaultCases,
  ...aliasCases,
  ...enumCases,
  ...positionalCases,

  ...orderCases,
  ...orderWithinCases,
  ...trimCases,
  ...limitCases,
  ...manifestVersionCases,
  ...identifierCases,
  ...skillIdCases,
  ...versionCases,
  ...blankCases,
  ...toolCases,
  ...schemaCases,
  ...pathCases,
  ...wildcardCases,
  ...hostCases,
  ...secretCases,
  ...quotaCases,
  ...builderCases,
  ...legacyCases,
  ...labelCases,
  ...operatorTextCases,
  ...defaultToolCases,
  ...defaultModuleCases,
  ...contractCases,
  ...configCases,
  ...configValueCases,

  ...inspectionCases,
];
