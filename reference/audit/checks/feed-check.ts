import { vulnerabilityFeedVariable } from '#spec/audit.ts';
import { trim } from '../../text/white-space.ts';
import type { CheckRecord } from '../audit.ts';
import { record } from './record.ts';

/** AUD-FEED: nobody calls it; what is asked is whether there is one. */
export function feedCheck(feed: string | undefined): CheckRecord {
  const id = 'vulnerability_feed_hook';
  const hook = trim(feed ?? '');
  if (hook !== '') return record(id, 'pass', 'A feed of known weaknesses is configured.', { hook });
  return record(id, 'warn', `No feed of known weaknesses is configured; set ${vulnerabilityFeedVariable}.`);
}
