import type { Case } from '../../case.ts';
import { addCases } from './add.ts';
import { bindingCases } from './bindings.ts';
import { decisionDetailCases } from './decision-details.ts';
import { decisionCases } from './decisions.ts';
import { grantCases } from './grants.ts';
import { reportCases } from './report.ts';
import { spellingCases } from './spelling.ts';
import { storeEntryCases } from './store-entries.ts';
import { storeGivenCases } from './store-given.ts';
import { storeJsonCases } from './store-json.ts';
import { storeMergeCases } from './store-merge.ts';
import { bothMapsCase } from './store-rows.ts';
import { storeShapeCases } from './store-shape.ts';
import { verifyOrderCases } from './verify-order.ts';

/** The store, what is added to it, what it decides, and what follows from a decision. */
export const trustCases: readonly Case[] = [
  bothMapsCase,
  ...storeJsonCases,
  ...storeShapeCases,
  ...storeEntryCases,
  ...storeMergeCases,
  ...addCases,
  ...storeGivenCases,
  ...decisionCases,
  ...decisionDetailCases,
  ...spellingCases,
  ...verifyOrderCases,
  ...reportCases,
  ...grantCases,
  ...bindingCases,
];
