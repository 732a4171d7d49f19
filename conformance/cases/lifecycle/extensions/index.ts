import type { Case } from '../../../case.ts';
import { approvalCases } from './approval.ts';
import { checkCases } from './checks.ts';
import { compatibleCases } from './compatible.ts';
import { effectCases } from './effect.ts';
import { contractFixtureCases } from './evaluate/contract-fixtures.ts';
import { diffCases } from './evaluate/diff.ts';
import { doctorCases } from './evaluate/doctor.ts';
import { gateCases } from './evaluate/gate.ts';
import { outcomeCases } from './evaluate/outcomes.ts';
import { rollbackCases } from './evaluate/rollback.ts';
import { runCases } from './evaluate/runs.ts';
import { orderCases } from './order.ts';
import { pairCases } from './pairs.ts';
import { recordCases } from './record-faults.ts';

export const extensionCases: readonly Case[] = [
  ...pairCases,
  ...effectCases,
  ...checkCases,
  ...compatibleCases,
  ...approvalCases,
  ...orderCases,
  ...recordCases,
  ...outcomeCases,
  ...runCases,
  ...gateCases,
  ...rollbackCases,
  ...contractFixtureCases,
  ...diffCases,
  ...doctorCases,
];
