import { all, both, first, other, type Row, second } from './digest-documents.ts';
import { mainModule } from './given.ts';

/** What can be said in one kind of documents only. */
export const ofSbom: readonly Row[] = [
  [
    'list-said-twice',
    'fail',
    (digests, document) => document.list(both(digests, document), '"components":[],'),
    { wrong: all },
  ],
  [
    'content-said-twice',
    'fail',
    (digests, document) =>
      document.list([
        first(digests, document),
        second(digests, document).replace('"content"', `"content":${other},"content"`),
      ]),
    { wrong: all },
  ],
  [
    'other-algorithms-beside',
    'pass',
    (digests, document) =>
      document.list(
        both(digests, document).map((each) =>
          each.replace('[', `[{"alg":"SHA-512","content":${other}},{"alg":"MD5","content":7},`),
        ),
      ),
  ],
  [
    'another-hash-beside',
    'fail',
    (digests, document) =>
      document.list([
        first(digests, document),
        second(digests, document).replace('[', `[{"alg":"SHA-256","content":${other}},`),
      ]),
    { wrong: [mainModule] },
  ],
];

export const ofSbomMissing: readonly Row[] = [
  [
    'another-algorithm',
    'warn',
    (digests, document) =>
      document.list([first(digests, document), second(digests, document).replace('SHA-256', 'sha-256')]),
    { missing: [mainModule] },
  ],
  [
    'no-list-of-hashes',
    'warn',
    (digests, document) => document.list([first(digests, document), `{"name":"${mainModule}","hashes":{}}`]),
    { missing: [mainModule] },
  ],
  [
    'components-within-components',
    'warn',
    (digests, document) => document.list([`{"name":"x","components":[${both(digests, document).join(',')}]}`]),
    { missing: all },
  ],
  [
    'components-no-list',
    'warn',
    () => '{"bomFormat":"CycloneDX","specVersion":"1.6","components":{}}',
    { missing: all },
  ],
  ['no-components', 'warn', () => '{"bomFormat":"CycloneDX","specVersion":"1.6"}', { missing: all }],
];

export const ofProvenance: readonly Row[] = [
  [
    'list-said-twice',
    'fail',
    (digests, document) => document.list(both(digests, document), '"subject":[1],'),
    { wrong: all },
  ],
  [
    'digest-said-twice',
    'fail',
    (digests, document) =>
      document.list([
        first(digests, document),
        second(digests, document).replace('"sha256"', `"sha256":${other},"sha256"`),
      ]),
    { wrong: all },
  ],
  [
    'other-algorithms-beside',
    'pass',
    (digests, document) =>
      document.list(both(digests, document).map((each) => each.replace('"sha256"', '"sha512":"00","md5":7,"sha256"'))),
  ],
];

export const ofProvenanceMissing: readonly Row[] = [
  [
    'another-algorithm',
    'warn',
    (digests, document) =>
      document.list([first(digests, document), second(digests, document).replace('sha256', 'SHA256')]),
    { missing: [mainModule] },
  ],
  [
    'digest-no-object',
    'warn',
    (digests, document) => document.list([first(digests, document), `{"name":"${mainModule}","digest":[]}`]),
    { missing: [mainModule] },
  ],
];
