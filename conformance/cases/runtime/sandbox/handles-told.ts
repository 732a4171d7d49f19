import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { body, running } from '../given.ts';
import { inText } from './given.ts';

/** Each class has another number of grants. */
const some = {
  http_hosts: ['a.example', 'b.example'],
  secret_keys: ['global/token'],
  storage_prefixes: ['cache', 'notes', 'state'],
  channels: ['cli', 'mail', 'news', 'web'],
} as const;

/** What the answer says of a run that gave 7, whatever it asked for. */
const told = (
  http: readonly number[],
  secret: readonly number[],
  storage: readonly number[],
  channel: readonly number[],
) => ({
  value: () => ({
    runs: [
      {
        stop: null,
        exitCode: 7n,
        handles: {
          http_handles: http.map(BigInt),
          secret_handles: secret.map(BigInt),
          storage_handles: storage.map(BigInt),
          channel_handles: channel.map(BigInt),
        },
      },
    ],
  }),
});

const tells: readonly RequirementId[] = ['CAP-HANDLES-TOLD'];
const seven = body('(i32.const 7)');

export const handlesTold: readonly Case[] = [
  accepted(
    'runtime/handles-told',
    tells,
    running(seven, { grants: some }),
    told([10_000, 10_001], [20_000], [30_000, 30_001, 30_002], [40_000, 40_001, 40_002, 40_003]),
  ),
  changed(
    'runtime/handles-told-without-hosts',
    tells,
    'runtime/handles-told',
    put(['grants', 'http_hosts'], []),
    told([], [20_000], [30_000, 30_001, 30_002], [40_000, 40_001, 40_002, 40_003]),
  ),
  accepted('runtime/handles-told-of-nothing', tells, running(seven), told([], [], [], [])),
  accepted(
    'runtime/handles-told-of-duplicates',
    tells,
    running(seven, { grants: { channels: ['b', ' a', 'b ', '', 'a'] } }),
    told([], [], [], [40_000, 40_001]),
  ),
  changed('runtime/handles-not-told-of-trap', tells, 'runtime/handles-told', inText('(i32.const 7)', 'unreachable'), {
    value: () => ({ runs: [{ stop: 'execution', exitCode: null, handles: null }] }),
  }),
];
