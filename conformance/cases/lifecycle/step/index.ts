import type { Case } from '../../../case.ts';
import { blankCases } from './blank.ts';
import { consoleAuditCases } from './console-audit.ts';
import { defaultVersionCases } from './default-version.ts';
import { eventCases } from './events.ts';
import { installCases } from './install.ts';
import { refusedInstallCases } from './install-refused.ts';
import { nameCases } from './names.ts';
import { reasonCases } from './reasons.ts';
import { reauditCases } from './reaudit.ts';
import { reauditTargetCases } from './reaudit-targets.ts';
import { removeCases } from './remove.ts';
import { rowCases } from './rows.ts';
import { stateCases } from './state.ts';
import { transitionCases } from './transitions.ts';
import { updateCases } from './update.ts';

export const stepCases: readonly Case[] = [
  ...transitionCases,
  ...nameCases,
  ...blankCases,
  ...reasonCases,
  ...defaultVersionCases,
  ...rowCases,
  ...consoleAuditCases,
  ...installCases,
  ...refusedInstallCases,
  ...updateCases,
  ...removeCases,
  ...reauditCases,
  ...reauditTargetCases,
  ...eventCases,
  ...stateCases,
];
