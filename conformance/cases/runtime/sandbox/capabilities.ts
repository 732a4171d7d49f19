import { handleBases } from '#spec/constants.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, observed, put } from '../../../rows.ts';
import { body, ended, guest, running } from '../given.ts';
import { inText } from './given.ts';
import { count, handle } from './imports.ts';

const classes = [
  ['http', 'http_hosts'],
  ['secret', 'secret_keys'],
  ['storage', 'storage_prefixes'],
  ['channel', 'channels'],
] as const;

type Class = (typeof classes)[number][0];
type List = (typeof classes)[number][1];

/** Handles of the wrong class would show, since each class has another number of grants. */
const some = {
  http_hosts: ['a.example', 'b.example'],
  secret_keys: ['global/token'],
  storage_prefixes: ['cache', 'notes', 'state'],
  channels: ['cli', 'mail', 'news', 'web'],
} as const;

const asksCount = (of: Class) => body(`(call $${of}-count)`, count(of));
const asksHandle = (of: Class, index: number | string) => body(`(call $${of}-handle (i32.const ${index}))`, handle(of));

function ofClass(of: Class, list: List): readonly Case[] {
  const base = handleBases[of];
  const granted = some[list].length;
  const first = `runtime/handle-of-${of}`;
  const at = (id: string, index: string, expected: number) =>
    changed(`${first}-${id}`, ['CAP-HANDLE'], first, inText('(i32.const 0)', `(i32.const ${index})`), ended(expected));
  return [
    accepted(
      `runtime/count-of-${of}`,
      ['CAP-FUNCTIONS', 'CAP-COUNT'],
      running(asksCount(of), { grants: some }),
      ended(granted),
    ),
    changed(
      `runtime/count-of-${of}-without-grants`,
      ['CAP-COUNT'],
      `runtime/count-of-${of}`,
      put(['grants', list], []),
      ended(0),
    ),
    accepted(first, ['CAP-FUNCTIONS', 'CAP-HANDLE'], running(asksHandle(of, 0), { grants: some }), ended(base)),
    ...(granted > 1 ? [at('last', `${granted - 1}`, base + granted - 1)] : []),
    at('behind-last', `${granted}`, -1),
    at('far-behind', '1000000', -1),
    at('minus-one', '-1', -1),
    at('lowest-index', '0x80000000', -1),
    at('highest-index', '0x7fffffff', -1),
    at('of-itself', `${base}`, -1),
    changed(`${first}-without-grants`, ['CAP-HANDLE'], first, put(['grants', list], []), ended(-1)),
  ];
}

const addsAll = classes.map(([of]) => `(call $${of}-count)`).join(' ');

const numbered = (many: number) => Array.from({ length: many }, (_, i) => `host-${i}`);

export const capabilities: readonly Case[] = [
  ...classes.flatMap(([of, list]) => ofClass(of, list)),
  accepted(
    'runtime/counts-of-all-classes',
    ['CAP-FUNCTIONS', 'CAP-COUNT'],
    running(body(`${addsAll} i32.add i32.add i32.add`, classes.map(([of]) => count(of)).join(' ')), { grants: some }),
    ended(10),
  ),
  accepted(
    'runtime/handles-one-after-the-other',
    ['CAP-HANDLE'],
    running(
      body('(i32.sub (call $storage-handle (i32.const 2)) (call $storage-handle (i32.const 0)))', handle('storage')),
      { grants: some },
    ),
    ended(2),
  ),
  accepted(
    'runtime/handle-asked-for-twice',
    ['CAP-HANDLE'],
    running(body('(i32.sub (call $http-handle (i32.const 1)) (call $http-handle (i32.const 1)))', handle('http')), {
      grants: some,
    }),
    ended(0),
  ),
  accepted(
    'runtime/capabilities-compiled',
    ['CAP-COUNT', 'CAP-HANDLE'],
    running(guest('echo'), {
      entrypoint: 'walk',
      grants: { http_hosts: ['b', 'a'], secret_keys: ['t'], storage_prefixes: ['x', 'y', 'z'] },
    }),
    ended(130_004),
  ),
  accepted(
    'runtime/many-grants',
    ['CAP-COUNT', 'CAP-HANDLE'],
    running(asksHandle('http', 9999), { grants: { http_hosts: numbered(10_000) } }),
    ended(19_999),
  ),
  changed('runtime/many-grants-behind-last', ['CAP-HANDLE'], 'runtime/many-grants', inText('9999', '10000'), ended(-1)),
  observed(
    'runtime/too-many-grants',
    ['CAP-MANY'],
    'accepted',
    running(asksHandle('http', 10_000), { grants: { http_hosts: numbered(10_001) } }),
  ),
];
