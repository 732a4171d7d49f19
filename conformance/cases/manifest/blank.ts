import type { Case } from '../../case.ts';
import { textsAt } from './rows-at.ts';
import { full } from './sample.ts';

const proves = ['MAN-NOT-BLANK'] as const;

/** Every text that may say anything, but must say something: a name for the row, the key, its value. */
const fields: readonly (readonly [string, string, string])[] = [
  ['name', 'name', 'Echo skill'],
  ['tool-name', 'name', 'Echo tool'],
  ['tool-description', 'description', 'Returns its input.'],
  ['second-tool-name', 'name', 'Second tool'],
  ['second-tool-description', 'description', 'Asks before it acts.'],
  ['source-kind', 'source_kind', 'prompt'],
  ['source-ref', 'source_ref', 'run-17'],
  ['rollout-flag', 'rollout_flag', 'skills.echo'],
  ['display-name', 'display_name', 'Echo'],
  ['summary', 'summary', 'Says it again.'],
  ['description', 'description', 'Returns whatever it is given.'],
  ['property-title', 'title', 'Token'],
  ['property-description', 'description', 'Where requests go.'],
];

const checklist: readonly (readonly [string, string, string])[] = [
  ['declaration-path', 'capability_declaration_path', 'builder/capabilities.json'],
  ['provenance-path', 'provenance_path', 'builder/provenance.json'],
  ['harness-path', 'test_harness_path', 'builder/harness.json'],
];

export const blankCases: readonly Case[] = [
  ...fields.flatMap((field) => [
    ...rowsOf(field),
    rowsFor(field).reads('anything', ' ☃ <b>\u0000{{x}} ', ['MAN-NO-OTHER-LIMITS']),
  ]),
  ...checklist.flatMap(rowsOf),
];

function rowsOf(field: (typeof fields)[number]): readonly Case[] {
  const { reads, refuses } = rowsFor(field);
  return [
    refuses('empty', '', 'manifest.blank'),
    refuses('spaces', ' \t\r\n ', 'manifest.blank', ['MAN-TRIM']),
    refuses('next-line', '\u0085', 'manifest.blank', ['MAN-TRIM']),
    reads('byte-order-mark', '\ufeff', ['MAN-TRIM']),
    reads('zero-width-space', '\u200b', ['MAN-TRIM']),
  ];
}

function rowsFor([name, key, value]: (typeof fields)[number]) {
  return textsAt(`manifest/blank-${name}`, proves, {
    sample: full,
    piece: `\n${key} = "${value}"\n`,
    write: (text) => `\n${key} = ${text}\n`,
  });
}
