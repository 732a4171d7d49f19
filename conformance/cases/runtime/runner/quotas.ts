import type { GuestName } from '#fixtures/guests/guest.ts';
import { guestModule } from '#fixtures/guests/guests.ts';
import type { World } from '#fixtures/world.ts';
import { runnerDefaults } from '#spec/runner.ts';
import type { Case, Edit, Recipe } from '../../../case.ts';
import { put, replace } from '../../../rows.ts';
import {
  base64Of,
  both,
  calling,
  type Fields,
  field,
  inline,
  inlineAnswer,
  ofSkill,
  plainInline,
  policy,
  putGuest,
  putModule,
  skillAnswer,
  skillFields,
  withGuest,
  withLines,
} from './given.ts';
import { inVersion } from './installed.ts';
import { refused, refusing, runs } from './rows.ts';

const least = ['RUN-QUOTAS'] as const;
const time = ['RUN-TIMEOUT-LEAST', 'RUN-TIMEOUT'] as const;
const timedOut = (twin: string) => refusing(time, twin, 'runner.timed-out');

const page = 65_536n;
/** More than any guest uses before its time is up. */
const unlimited = 10n ** 15n;
const enough = 10_000_000n;

function quota(name: string, value: bigint): string {
  return `[capabilities.quotas]\n${name} = ${value}`;
}

/** A skill of this guest, with a quota in its manifest, under this policy. */
function ofGuest(guest: GuestName, lines: string, policy: Fields, fields: Fields = {}): (world: World) => Recipe {
  return ofSkill(fields, both(withGuest(guest), withLines(lines)), { policy });
}

function limited(twin: string, name: string, edit: Edit): Case {
  return refused(name, [...least, 'RUN-LIMIT'], twin, 'runner.limit-exceeded', edit);
}

/** The module of a skill that finishes becomes one that never does. */
function spins(twin: string, name: string): Case {
  return limited(twin, name, putModule(guestModule('spin')));
}

/** How many pages the guest was given before it was denied the next. */
function pages(name: string, ofManifest: bigint, ofPolicy: bigint, given: bigint): Case {
  const lines = quota('max_memory_bytes', ofManifest);
  const recipe = ofGuest('memory', lines, { max_memory_bytes: ofPolicy }, { entrypoint: 'until_denied' });
  return runs(name, least, recipe, { exit_code: given });
}

/** Versions of a skill, of which all but the first never return; they have all the fuel there is. */
function finishingAndEndless(lines: string, timeoutMs?: bigint): (world: World) => Recipe {
  const patient = withLines(`${quota('fuel_budget', unlimited)}\n${lines}`);
  return calling((world) => ({
    input: { json: skillFields(world, { skill_version: '1.0.0' }) },
    policy: { fuel_budget: unlimited },
    installed: [
      inVersion(world, '1.0.0', 'answer', true),
      inVersion(world, '2.0.0', 'spin', false, patient),
      inVersion(world, '3.0.0', 'start-spin', false, patient),
    ],
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  }));
}

const usualMemory = quota('max_memory_bytes', 1024n * page);

export const quotaCases: readonly Case[] = [
  runs(
    'fuel-less-in-manifest',
    least,
    ofGuest('answer', quota('fuel_budget', enough), { fuel_budget: unlimited }),
    skillAnswer,
  ),
  spins('fuel-less-in-manifest', 'fuel-of-manifest-used-up'),
  runs(
    'fuel-less-in-policy',
    least,
    ofGuest('answer', quota('fuel_budget', unlimited), { fuel_budget: enough }),
    skillAnswer,
  ),
  spins('fuel-less-in-policy', 'fuel-of-policy-used-up'),
  runs(
    'fuel-by-default-of-manifest',
    least,
    ofSkill({}, undefined, { policy: { fuel_budget: unlimited } }),
    skillAnswer,
  ),
  spins('fuel-by-default-of-manifest', 'fuel-of-default-used-up'),

  pages('memory-less-in-manifest', 4n * page, 8n * page, 4n),
  pages('memory-less-in-policy', 8n * page, 4n * page, 4n),
  pages('memory-of-no-whole-page', 5n * page - 1n, 8n * page, 4n),
  runs('memory-of-both', least, ofGuest('memory-of-limit', usualMemory, {}), { exit_code: 1024n }),
  limited('memory-of-both', 'first-memory-above-policy', policy('max_memory_bytes', 1024n * page - 1n)),
  limited(
    'memory-of-both',
    'first-memory-above-manifest',
    replace(['installed', 0, 'artifact', 'manifest'], usualMemory, quota('max_memory_bytes', 1024n * page - 1n)),
  ),
  runs(
    'memory-inline',
    least,
    inline(
      { module_base64: base64Of('memory'), entrypoint: 'until_denied' },
      {
        policy: { max_memory_bytes: 3n * page },
      },
    ),
    { exit_code: 3n },
  ),

  runs('table-of-limit', least, inline({ module_base64: base64Of('table-of-limit') }), { exit_code: 100_000n }),
  refused(
    'first-table-above-policy',
    [...least, 'RUN-UNLINKABLE'],
    'table-of-limit',
    'runner.unlinkable',
    policy('max_table_elements', 99_999n),
  ),
  runs(
    'table-of-skill',
    least,
    ofSkill({ entrypoint: 'until_denied' }, withGuest('tables'), {
      policy: { max_table_elements: 2999n },
    }),
    { exit_code: 2000n },
  ),
  limited('inline', 'no-instances', policy('max_instances', 0n)),
  limited('skill', 'no-instances-for-skill', policy('max_instances', 0n)),

  runs('time-of-manifest', time, finishingAndEndless('wall_clock_timeout_ms = 50'), skillAnswer),
  timedOut('time-of-manifest')('time-of-manifest-over', field('skill_version', '2.0.0')),
  timedOut('time-of-manifest')('time-of-manifest-over-at-start', field('skill_version', '3.0.0')),
  runs('time-of-caller', time, finishingAndEndless('', runnerDefaults.timeoutMs), skillAnswer),
  timedOut('time-of-caller')('time-of-caller-over', field('skill_version', '2.0.0')),
  runs(
    'time-of-caller-inline',
    time,
    inline({}, { policy: { fuel_budget: unlimited }, timeoutMs: runnerDefaults.timeoutMs }),
    inlineAnswer,
  ),
  timedOut('time-of-caller-inline')('time-of-caller-over-inline', putGuest('spin')),
  refused('no-time-at-all', ['TIME-ZERO'], plainInline, 'runner.timed-out', put(['timeoutMs'], 0n)),
];
