import type { Case, Edit, EditPath } from '../../../case.ts';
import { accepted, changed, put, refusals, rejected } from '../../../rows.ts';
import { becomesWhole, moving, packageOf } from './given.ts';

const twin = 'lifecycle/extensions-checked';

const samePackage = refusals(['EXT-SAME-PACKAGE', 'EXT-ORDER'], twin, 'extension.other-package');
const reason = refusals(['EXT-REASON', 'EXT-ORDER'], twin, 'extension.blank-reason');
const actor = refusals(['EXT-ACTOR', 'EXT-ORDER'], twin, 'extension.blank-actor');
const approver = refusals(['EXT-APPROVER', 'EXT-ORDER'], twin, 'extension.blank-approver');

const blanks = {
  empty: '',
  space: ' ',
  'line-breaks': '\r\n\t\v\f',
  'next-line': '\u0085',
  'no-break-space': '\u00a0',
  'wide-spaces': '\u3000\u2003\u2028',
};

/** Characters that look like nothing and are no white space. */
const somebody = { 'byte-order-mark': '\ufeff', 'zero-width-space': '\u200b' };

function id(what: string, name: string): string {
  return `lifecycle/extensions-${what}-${name}`;
}

function blankOf(what: string, field: string, row: (id: string, edit: Edit) => Case): Case[] {
  return Object.entries(blanks).map(([name, text]) => row(id(what, name), put(['request', field], text)));
}

const packageId: EditPath = ['request', 'package_id'];

const approverTwin = 'lifecycle/extensions-effect-whole';
const needlessApprover = refusals(['EXT-APPROVER'], approverTwin, 'extension.blank-approver');

export const checkCases: readonly Case[] = [
  accepted(
    twin,
    ['EXT-SAME-PACKAGE', 'EXT-REASON', 'EXT-ACTOR', 'EXT-APPROVER', 'EXT-COMPATIBLE', 'EXT-ORDER'],
    moving({ from: 'quarantined', to: 'enabled' }),
    becomesWhole('enabled'),
  ),
  samePackage(id('package', 'empty'), put(packageId, '')),
  samePackage(id('package', 'of-another-version'), {
    at: packageId,
    replace: '@1.2.3',
    with: '@1.2.4',
  }),
  samePackage(id('package', 'of-a-longer-version'), { at: packageId, replace: '@1.2.3', with: '@1.2.30' }),
  samePackage(id('package', 'without-version'), { at: packageId, replace: '@1.2.3', with: '' }),
  samePackage(id('package', 'of-another-kind'), { at: packageId, replace: 'skill:', with: 'plugin:' }),
  rejected(id('package', 'in-upper-case'), ['EXT-SAME-PACKAGE'], twin, 'extension.other-package', (world) =>
    put(packageId, packageOf(world).toUpperCase()),
  ),
  rejected(id('package', 'of-another-record'), ['EXT-SAME-PACKAGE'], twin, 'extension.other-package', (world) =>
    put(['record', 'package_id'], `${packageOf(world)}0`),
  ),
  accepted(
    id('package', 'of-any-form'),
    ['EXT-SAME-PACKAGE'],
    moving({ record: () => ({ package_id: 'any text' }), request: () => ({ package_id: 'any text' }) }),
    becomesWhole('verified', () => ({ package_id: 'any text' })),
  ),
  ...blankOf('reason', 'reason', reason),
  ...blankOf('actor', 'actor_principal', actor),
  ...blankOf('approver', 'approved_by', approver),
  ...Object.entries(somebody).flatMap(([name, text]) => [
    changed(
      id('reason', name),
      ['EXT-REASON'],
      'lifecycle/extensions-effect-whole',
      put(['request', 'reason'], text),
      becomesWhole('verified', () => ({ status_reason: text })),
    ),
    accepted(
      id('actor', name),
      ['EXT-ACTOR'],
      moving({ request: () => ({ actor_principal: text }) }),
      becomesWhole('verified'),
    ),
    accepted(
      id('approver', name),
      ['EXT-APPROVER'],
      moving({ request: () => ({ approved_by: text }) }),
      becomesWhole('verified'),
    ),
  ]),
  needlessApprover(id('approver', 'needless-and-empty'), put(['request', 'approved_by'], '')),
  needlessApprover(id('approver', 'needless-and-blank'), put(['request', 'approved_by'], ' \u2003')),
];
