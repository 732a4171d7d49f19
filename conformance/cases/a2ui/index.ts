import type { Case } from '../../case.ts';
import { componentCases } from './client/components.ts';
import { documentCases as clientDocumentCases } from './client/document.ts';
import { formCases } from './client/forms.ts';
import { governanceCases as clientGovernanceCases } from './client/governance.ts';
import { clientPatchCases } from './client/patches.ts';
import { propsCases } from './client/props.ts';
import { queueCases } from './client/queue.ts';
import { componentPageCases } from './render/components.ts';
import { formPageCases } from './render/forms.ts';
import { frameCases } from './render/frame.ts';
import { hostileCases } from './render/hostile.ts';
import { linkCases } from './render/links.ts';
import { markdownCases } from './render/markdown.ts';
import { applyCases } from './server/apply.ts';
import { bulkCases } from './server/bulk.ts';
import { documentCases } from './server/document.ts';
import { governanceCases } from './server/governance.ts';
import { jsonCases } from './server/json.ts';
import { patchCases } from './server/patch.ts';
import { pointerCases } from './server/pointer.ts';
import { patchedFormCases } from './submit/patched.ts';
import { sendingCases } from './submit/sending.ts';

export const a2uiCases: readonly Case[] = [
  ...jsonCases,
  ...documentCases,
  ...governanceCases,
  ...patchCases,
  ...pointerCases,
  ...applyCases,
  ...bulkCases,
  ...clientDocumentCases,
  ...componentCases,
  ...propsCases,
  ...formCases,
  ...clientGovernanceCases,
  ...clientPatchCases,
  ...queueCases,
  ...frameCases,
  ...componentPageCases,
  ...markdownCases,
  ...linkCases,
  ...formPageCases,
  ...hostileCases,
  ...sendingCases,
  ...patchedFormCases,
];
