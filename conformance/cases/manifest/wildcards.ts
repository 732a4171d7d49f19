import type { Case } from '../../case.ts';
import { rowsAt, textsAt } from './rows-at.ts';
import { acceptedSample, changed, full } from './sample.ts';

const proves = ['MAN-WILDCARD'] as const;

/** A class of capabilities: its opt-in, a place in the complete manifest, and a text there with a star in it. */
const classes: readonly (readonly [string, string, string, string])[] = [
  ['read-root', 'filesystem', '"data/in"', 'data/*'],
  ['write-root', 'filesystem', '"data/out"', '*'],
  ['host', 'http_egress', '"api.example.com"', '*.example.com'],
  ['secret-key', 'secrets', '"api_key"', 'K*'],
  ['device', 'device', '"camera"', '*'],
  ['node', 'node', '"gpu"', '*'],
];

export const wildcardCases: readonly Case[] = [
  ...classes.flatMap(([name, flag, piece, text]) => {
    // All classes but the one in question stay opted in, so no opt-in speaks for another class.
    const sample = changed(`manifest/wildcard-${name}`, full, [piece, `"${text}"`]);
    const rows = rowsAt(`manifest/wildcard-${name}`, proves, { sample, piece: `\n${flag} = true` });
    return [
      acceptedSample(sample, proves),
      rows.refuses('refused', `\n${flag} = false`, 'manifest.wildcard'),
      rows.refuses('refused-by-default', '', 'manifest.wildcard'),
    ];
  }),
  ...unchecked(),
];

/** With its opt-in, a text with a star is free of every other rule, unless it is a path. */
function unchecked(): readonly Case[] {
  const texts = (name: string, piece: string) => textsAt(`manifest/wildcard-${name}`, proves, { sample: full, piece });
  const host = texts('host', '"api.example.com"');
  const root = texts('read-root', '"data/in"');
  const starred = changed('manifest/wildcard-read-root', full, ['"data/in"', '"data/*"']);
  const star = textsAt(starred.id, proves, { sample: starred, piece: '"data/*"' });
  const path = 'artifact.invalid-path';
  return [
    host.reads('anything', 'BAD HOST *'),
    host.reads('star-alone', '*'),
    host.reads('url', 'https://*:443/'),
    texts('device', '"camera"').reads('anything', 'Any Camera *'),
    texts('node', '"gpu"').reads('anything', 'é*'),
    texts('secret-key', '"api_key"').reads('anything', ' * '),
    root.reads('star-alone', '*'),
    root.reads('star-segment', 'a/*/b'),
    star.refuses('parent', '../*', path, ['PATH-NORMAL']),
    star.refuses('absolute', '/*', path, ['PATH-NORMAL']),
    texts('write-root', '"data/out"').refuses('slash-last', '*/', path, ['PATH-NORMAL']),
  ];
}
