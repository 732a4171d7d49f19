import type { Case } from '../../../case.ts';
import { insert, put, remove } from '../../../rows.ts';
import { at, field, policy, put64 } from './given.ts';
import { asksOne } from './granting.ts';
import { comesFirst, refused, refusingInline, refusingSkill } from './rows.ts';

const proves = ['RUN-ORDER'] as const;
const asksHost = asksOne('http_hosts');
const nothingFits = policy('max_module_size_bytes', 0n);
const misspelt = field('capabilities', { http_hosts: ['*'] });
const unwanted = field('capabilities', { channels: ['discord'] });

/** Faults that the other tables do not have, so that each step can meet the next one in one input. */
const faults: readonly Case[] = [
  refusingInline(proves, 'runner.bad-capability')('misspelt-host', misspelt),
  refusingInline(proves, 'runner.denied')('unwanted-channel', unwanted),
  refusingInline(proves, 'runner.bad-module')('no-module', put64('?')),
  refusingSkill([...proves, 'RUN-SOURCE'], 'runner.no-module-source')('no-skill-id', remove(at('skill_id'))),
  refusingSkill(proves, 'runner.module-too-large')('skill-too-large', nothingFits),
  refusingSkill(proves, 'runner.bad-capability')('misspelt-host-of-skill', misspelt),
  refusingSkill(proves, 'runner.denied')('unwanted-channel-of-skill', unwanted),
  refused(
    'misspelt-channel-beside-host',
    proves,
    asksHost,
    'runner.bad-capability',
    put(at('capabilities', 'channels'), ['CLI']),
  ),
  refused(
    'misspelt-channel-of-policy',
    proves,
    asksHost,
    'runner.bad-capability',
    insert(['policy', 'allowed_channels', 1], 'CLI'),
  ),
  refused('no-module-beside-host', proves, asksHost, 'runner.bad-module', put64('?')),
];

/** Each step, and one that it must come before. The two of a row are one edit away from the same input. */
const pairs: readonly (readonly [first: string, second: string])[] = [
  ['disabled-inline', 'unknown-dev'],
  ['disabled-inline', 'inline-binary-not-allowed'],
  ['disabled-skill', 'list-unreadable'],
  ['unknown-dev', 'empty-skill-id-beside-module'],
  ['number-as-entrypoint', 'inline-binary-not-allowed'],
  ['empty-skill-id-beside-module', 'inline-binary-not-allowed'],
  ['inline-binary-not-allowed', 'tool-beside-binary'],
  ['inline-binary-not-allowed', 'both-modules'],
  ['inline-binary-not-allowed', 'base64-question-mark'],
  ['module-path-beside-binary', 'empty-text-beside-binary'],
  ['both-modules', 'base64-question-mark'],
  ['base64-question-mark', 'entrypoint-capital'],
  ['entrypoint-capital', 'no-bytes-in-base64'],
  ['entrypoint-capital', 'limit-of-nothing'],
  ['no-bytes-in-base64', 'misspelt-host'],
  ['limit-of-nothing', 'misspelt-host'],
  ['limit-of-nothing', 'unwanted-channel'],
  ['limit-of-nothing', 'no-module'],
  ['misspelt-host', 'no-module'],
  ['unwanted-channel', 'no-module'],
  ['unwanted-channel', 'guest-start-trap'],
  ['unwanted-channel', 'no-instances'],
  ['misspelt-channel-beside-host', 'http-hosts-unknown-denied'],
  ['misspelt-channel-of-policy', 'http-hosts-unknown-denied'],
  ['http-hosts-unknown-denied', 'no-module-beside-host'],
  ['no-module', 'no-instances'],
  ['no-module', 'export-missing'],
  ['guest-unknown-function', 'no-instances'],

  ['empty-skill-version', 'no-skill-id'],
  ['no-skill-id', 'list-unreadable'],
  ['list-unreadable', 'other-skill-asked-for'],
  ['other-version', 'artifact-unreadable'],
  ['artifact-unreadable', 'tool-unknown'],
  ['artifact-no-zip', 'tool-unknown'],
  ['artifact-module-not-listed', 'second-module'],
  ['tool-unknown', 'module-path-file-name'],
  ['tool-unknown', 'module-path-unknown'],
  ['tool-unknown', 'second-module'],
  ['module-path-file-name', 'entrypoint-of-skill-capital'],
  ['module-path-unknown', 'entrypoint-of-skill-capital'],
  ['second-module', 'entrypoint-of-skill-capital'],
  ['entrypoint-of-skill-capital', 'no-bytes-in-skill'],
  ['entrypoint-of-skill-capital', 'skill-too-large'],
  ['no-bytes-in-skill', 'misspelt-host-of-skill'],
  ['skill-too-large', 'misspelt-host-of-skill'],
  ['unwanted-channel-of-skill', 'module-of-skill-invalid'],
];

/** The artifact of another skill is found last, so that whoever does not look for it says the same of all else. */
const hardened: readonly (readonly [first: string, second: string])[] = [
  ['artifact-module-not-listed', 'artifact-of-other-version'],
  ['tool-unknown', 'artifact-of-other-version'],
  ['entrypoint-of-skill-capital', 'artifact-of-other-version'],
  ['unwanted-channel-of-skill', 'artifact-of-other-version'],
  ['artifact-of-other-version', 'module-of-skill-invalid'],
];

export const orderCases: readonly Case[] = [
  ...faults,
  ...pairs.map(([first, second]) => comesFirst(proves, first, second)),
  ...hardened.map(([first, second]) => comesFirst(['RUN-SAME-SKILL'], first, second)),
];
