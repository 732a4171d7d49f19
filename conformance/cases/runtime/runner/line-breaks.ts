import { capabilityClasses } from '#spec/contracts/vocabulary.ts';
import type { Case } from '../../../case.ts';
import { insert } from '../../../rows.ts';
import { at, kebab } from './given.ts';
import { asksOne } from './granting.ts';
import { refusing } from './rows.ts';

const proves = ['RUN-CAPABILITY-FORM'] as const;

/** An expression that looks at lines finds a good one in each of these. */
export const lineBreakCases: readonly Case[] = capabilityClasses.flatMap((which) => {
  const row = refusing(proves, asksOne(which), 'runner.bad-capability');
  return ['a\nb', 'global/a\n*'].map((text, index) =>
    row(`${kebab(which)}-line-break-${index + 1}-refused`, insert(at('capabilities', which, 1), text)),
  );
});
