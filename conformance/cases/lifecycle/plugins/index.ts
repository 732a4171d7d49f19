import type { Case } from '../../../case.ts';
import { bindingCases } from './binding.ts';
import { configCases } from './config.ts';
import { configStateCases } from './config-state.ts';
import { contractCases } from './contracts.ts';
import { differenceCases } from './differences.ts';
import { discoveryCases } from './discovery.ts';
import { documentCases } from './document.ts';
import { documentValueCases } from './document-values.ts';
import { grantingCases } from './granting.ts';
import { idCases } from './ids.ts';
import { profileCases } from './profiles.ts';
import { readyCases } from './ready.ts';
import { removingCases } from './removing.ts';

/** Plugins, in the order of their chapter. */
export const pluginCases: readonly Case[] = [
  ...documentCases,
  ...documentValueCases,
  ...idCases,
  ...profileCases,
  ...bindingCases,
  ...removingCases,
  ...differenceCases,
  ...configCases,
  ...configStateCases,
  ...discoveryCases,
  ...contractCases,
  ...readyCases,
  ...grantingCases,
];
