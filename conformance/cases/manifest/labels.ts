import type { Case } from '../../case.ts';
import { rowsAt, textsAt } from './rows-at.ts';
import { acceptedSample, changed, full } from './sample.ts';

const proves = ['MAN-LABEL'] as const;
const code = 'manifest.bad-label';

const refused: readonly (readonly [string, string])[] = [
  ['empty', ''],
  ['space', ' '],
  ['upper-case', 'Text'],
  ['inner-space', 'a b'],
  ['inner-newline', 'a\nb'],
  ['colon', 'a:b'],
  ['slash', 'a/b'],
  ['grave', 'a`b'],
  ['brace', 'a{b'],
  ['accented', 'é'],
  ['kelvin-sign', '\u212a'],
  ['byte-order-mark', '\ufeffa'],
];

const category = textsAt('manifest/category', proves, {
  sample: full,
  piece: '["text"]',
  write: (text) => `[${text}]`,
  shows: (text) => ({ operator: { categories: [text] } }),
});
const tag = textsAt('manifest/tag', proves, {
  sample: full,
  piece: '"demo"',
  shows: (text) => ({ operator: { tags: [text, 'echo'] } }),
});
const categories = rowsAt('manifest/category', ['MAN-NO-OTHER-LIMITS'], {
  sample: full,
  piece: '["text"]',
  shows: (list) => ({ operator: { categories: list } }),
});
/** The key of a property that nothing else refers to. */
const property = textsAt('manifest/property-key', proves, {
  sample: full,
  piece: '[operator.config.properties.retries]',
  write: (text) => `[operator.config.properties.${text}]`,
  shows: (key) => ({ operator: { config: { properties: { [String(key)]: { type: 'integer' } } } } }),
});
const required = rowsAt('manifest/required', proves, { sample: full, piece: '["endpoint"]' });

export const labelCases: readonly Case[] = [
  category.reads('all-characters', 'abcdefghijklmnopqrstuvwxyz0123456789._-'),
  category.reads('dots', '..'),
  category.reads('spaces-around', ' text ', ['MAN-TRIM', 'MAN-VERBATIM']),
  categories.reads('twice', '["text", "text"]', ['text', 'text']),
  tag.reads('next-line-around', '\u0085demo\u0085', ['MAN-TRIM', 'MAN-VERBATIM']),
  property.reads('dot', 'a.b'),
  property.reads('spaces-around', ' a ', ['MAN-TRIM', 'MAN-VERBATIM']),
  prototypeProperty(),
  ...refused.flatMap(([name, text]) => [
    category.refuses(name, text, code),
    tag.refuses(name, text, code),
    property.refuses(name, text, code),
  ]),
  required.refuses('empty', '["endpoint", ""]', code),
  required.refuses('upper-case', '["endpoint", "Endpoint"]', code),
  required.refuses('colon', '["endpoint", "a:b"]', code),
];

function prototypeProperty(): Case {
  const sample = changed('manifest/property-key-proto', full, [
    '[operator.config.properties.retries]',
    '[operator.config.properties.__proto__]',
  ]);
  const property = new Map<string, string | bigint | boolean>([
    ['type', 'integer'],
    ['default', 3n],
    ['redacted', false],
  ]);
  return acceptedSample(sample, proves, () => ({
    operator: { config: { properties: { endpoint: { type: 'string' }, ['__proto__']: property } } },
  }));
}
