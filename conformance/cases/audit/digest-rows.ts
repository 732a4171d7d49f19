import { all, asset, both, type Digests, first, other, type Row, second } from './digest-documents.ts';
import { mainModule } from './given.ts';

/** What is said in both kinds of documents. */
export const rows: readonly Row[] = [
  ['right', 'pass', (digests, document) => document.list(both(digests, document))],
  ['right-in-the-other-order', 'pass', (digests, document) => document.list(both(digests, document).toReversed())],
  ['right-in-upper-case', 'pass', (digests, document) => document.list(both(mapped(digests, upper), document))],
  [
    'right-twice',
    'pass',
    (digests, document) => document.list([...both(digests, document), ...both(digests, document)]),
  ],
  [
    'right-beside-other-names',
    'pass',
    (digests, document) =>
      document.list([
        ...both(digests, document),
        document.element('serde', other),
        document.element('modules/gone.wasm', other),
        document.element('main.wasm', other),
        document.element('Modules/main.wasm', other),
      ]),
  ],
  [
    'wrong',
    'fail',
    (digests, document) => document.list([first(digests, document), document.element(mainModule, other)]),
    { wrong: [mainModule] },
  ],
  [
    'wrong-for-an-asset',
    'fail',
    (digests, document) => document.list([document.element(asset, other), second(digests, document)]),
    { wrong: [asset] },
  ],
  [
    'wrong-for-both',
    'fail',
    (_, document) => document.list([document.element(mainModule, other), document.element(asset, other)]),
    { wrong: all },
  ],
  [
    'of-each-other',
    'fail',
    (digests, document) =>
      document.list([
        document.element(mainModule, `"${digests[asset]}"`),
        document.element(asset, `"${digests[mainModule]}"`),
      ]),
    { wrong: all },
  ],
  [
    'right-and-then-wrong',
    'fail',
    (digests, document) => document.list([...both(digests, document), document.element(mainModule, other)]),
    { wrong: [mainModule] },
  ],
  [
    'wrong-and-then-right',
    'fail',
    (digests, document) => document.list([document.element(mainModule, other), ...both(digests, document)]),
    { wrong: [mainModule] },
  ],
  ...['null', '7', '""', '[]', `"${'0'.repeat(63)}"`].map(
    (digest, index): Row => [
      `no-digest-${index}`,
      'fail',
      (digests, document) => document.list([first(digests, document), document.element(mainModule, digest)]),
      { wrong: [mainModule] },
    ],
  ),
  [
    'with-a-space',
    'fail',
    (digests, document) =>
      document.list([first(digests, document), document.element(mainModule, `" ${digests[mainModule]}"`)]),
    { wrong: [mainModule] },
  ],
  [
    'one-digit-short',
    'fail',
    (digests, document) =>
      document.list([first(digests, document), document.element(mainModule, `"${digests[mainModule]?.slice(1)}"`)]),
    { wrong: [mainModule] },
  ],
];

export const missing: readonly Row[] = [
  ['missing-for-all', 'warn', (_, document) => document.list([document.element('x', other)]), { missing: all }],
  [
    'missing-for-one',
    'warn',
    (digests, document) => document.list([first(digests, document)]),
    { missing: [mainModule] },
  ],
  [
    'missing-and-wrong',
    'fail',
    (_, document) => document.list([document.element(asset, other)]),
    { wrong: [asset], missing: [mainModule] },
  ],
  [
    'missing-in-an-object-without-a-name',
    'warn',
    (digests, document) =>
      document.list([first(digests, document), second(digests, document).replace('"name"', '"path"')]),
    { missing: [mainModule] },
  ],
  [
    'missing-in-what-is-no-object',
    'warn',
    (digests, document) => document.list([first(digests, document), `"${mainModule}"`, 'null', '[]', '7']),
    { missing: [mainModule] },
  ],
];

const large = 4_194_304;

export const doubtful: readonly Row[] = [
  [
    'in-a-name-said-twice',
    'fail',
    (digests, document) =>
      document.list([first(digests, document), second(digests, document).replace('{', `{"name":"x",`)]),
    { wrong: all },
  ],
  [
    'in-a-key-said-twice-elsewhere',
    'pass',
    (digests, document) => document.list(both(digests, document), '"x":1,"x":2,'),
  ],
  ['in-a-document-at-the-limit', 'pass', (digests, document) => document.list(both(digests, document)).padEnd(large)],
  [
    'in-a-document-beyond-the-limit',
    'fail',
    (digests, document) => document.list(both(digests, document)).padEnd(large + 1),
    { wrong: all },
  ],
];

function mapped(digests: Digests, map: (text: string) => string): Digests {
  return Object.fromEntries(Object.entries(digests).map(([name, digest]) => [name, map(digest)]));
}

function upper(text: string): string {
  return text.toUpperCase();
}
