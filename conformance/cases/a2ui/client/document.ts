import type { Case } from '../../../case.ts';
import { ordered, put, remove } from '../../../rows.ts';
import { alsoDocument, alsoNormal, ellipsis, normal, refuses, takes } from './rows.ts';

const at = (name: string) => ['document', name];
const hello = { id: 'hello', type: 'text', props: { value: 'Hello.' } };
const helloIs = { id: 'hello', type: 'text', props: { tone: 'normal', value: 'Hello.' } };
const base = 'plain';

const roots = [
  ['null', null],
  ['list', []],
  ['text', 'x'],
  ['number', 1n],
  ['true', true],
] as const;

const versions = [
  ['two', 2n],
  ['zero', 0n],
  ['text', '1'],
  ['true', true],
  ['null', null],
  ['half', 1.5],
  ['list', [1n]],
] as const;

const noSurfaces = [
  ['number', 1n],
  ['null', null],
  ['list', ['s']],
  ['empty', ''],
  ['blank', ' \t\u00a0'],
  ['byte-order-mark', '\ufeff'],
] as const;

const surface = ['A2C-SURFACE', 'A2C-TEXT', 'A2C-CUT'] as const;
const surfaces = [
  ['trimmed', '  a b\n', 'a b'],
  ['mark-trimmed', '\ufeffs\u3000', 's'],
  ['next-line-kept', '\u0085s', '\u0085s'],
  ['zero-width-space', '\u200b', '\u200b'],
  ['at-the-limit', 's'.repeat(128), 's'.repeat(128)],
  ['beyond-the-limit', 's'.repeat(129), `${'s'.repeat(127)}${ellipsis}`],
  ['trimmed-before-cut', ` ${'s'.repeat(128)} `, 's'.repeat(128)],
  ['characters-count-twice', '😀'.repeat(64), '😀'.repeat(64)],
  ['not-trimmed-after-cut', `${'s'.repeat(126)} ss`, `${'s'.repeat(126)} ${ellipsis}`],
] as const;

const noComponents = [
  ['null', null],
  ['object', { '0': hello }],
  ['text', '[]'],
] as const;

export const documentCases: readonly Case[] = [
  normal(base, ['A2C-OBJECT', 'A2C-VERSION', 'A2C-SURFACE', 'A2C-COMPONENTS', 'A2C-COMPONENT'], [hello], [helloIs]),
  ...roots.map(([name, root]) =>
    refuses(`root-${name}`, ['A2C-OBJECT'], base, 'a2ui.client-not-object', put(['document'], root)),
  ),
  takes('version-as-double', ['A2C-VERSION'], { v: 1, components: [hello] }, { components: [helloIs] }),
  refuses('version-missing', ['A2C-VERSION'], base, 'a2ui.client-version', remove(at('v'))),
  ...versions.map(([name, v]) =>
    refuses(`version-${name}`, ['A2C-VERSION'], base, 'a2ui.client-version', put(at('v'), v)),
  ),
  refuses('surface-missing', ['A2C-SURFACE'], base, 'a2ui.client-surface', remove(at('surface'))),
  ...noSurfaces.map(([name, given]) =>
    refuses(`surface-${name}`, ['A2C-SURFACE'], base, 'a2ui.client-surface', put(at('surface'), given)),
  ),
  ...surfaces.map(([name, given, expected]) =>
    alsoDocument(`surface-${name}`, surface, base, put(at('surface'), given), { surface: expected }),
  ),
  alsoDocument('surface-pair-at-the-cut', ['A2C-WHOLE-CHARACTERS'], base, put(at('surface'), `${'s'.repeat(126)}😀s`), {
    surface: `${'s'.repeat(126)}${ellipsis}`,
  }),
  refuses('components-missing', ['A2C-COMPONENTS'], base, 'a2ui.client-components', remove(at('components'))),
  ...noComponents.map(([name, given]) =>
    refuses(`components-${name}`, ['A2C-COMPONENTS'], base, 'a2ui.client-components', put(at('components'), given)),
  ),
  alsoNormal('components-none', ['A2C-COMPONENTS'], base, put(at('components'), []), []),
  takes('members-left-out', ['A2C-COMPONENT'], { title: 'x', components: [hello] }, { components: [helloIs] }),
  normal('members-of-component-left-out', ['A2C-COMPONENT'], [{ ...hello, style: 'red' }], [helloIs]),
  normal(
    'members-of-props-left-out',
    ['A2C-COMPONENT'],
    [{ ...hello, props: { ...hello.props, ['__proto__']: { tone: 'muted' } } }],
    [helloIs],
  ),
  takes(
    'experimental-null',
    ['A2C-GOV-OBJECT'],
    { experimental: null, components: [hello] },
    { components: [helloIs] },
  ),
  ordered(
    'a2ui/client-version-before-surface',
    ['A2C-VERSION'],
    'a2ui/client-version-two',
    'a2ui/client-surface-empty',
  ),
  ordered(
    'a2ui/client-surface-before-components',
    ['A2C-SURFACE'],
    'a2ui/client-surface-number',
    'a2ui/client-components-null',
  ),
];
