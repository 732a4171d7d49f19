import type { WireValue } from '#spec/operations.ts';
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
  const texts = (name: string, piece: string, shows: (text: WireValue) => { readonly [key: string]: WireValue }) =>
    textsAt(`manifest/wildcard-${name}`, proves, {
      sample: full,
      piece,
      shows: (text) => ({ capabilities: shows(text) }),
    });
  const host = texts('host', '"api.example.com"', (text) => ({ http_egress_allowlist: [text, 'cdn.example.com'] }));
  const root = texts('read-root', '"data/in"', (text) => ({ filesystem: { read_roots: [text] } }));
  const writeRoot = texts('write-root', '"data/out"', (text) => ({ filesystem: { write_roots: [text] } }));
  const device = texts('device', '"camera"', (text) => ({ device_capabilities: [text] }));
  const node = texts('node', '"gpu"', (text) => ({ node_capabilities: [text] }));
  const secretKey = texts('secret-key', '"api_key"', (text) => ({ secrets: [{ key_names: [text, 'backup_key'] }] }));
  const starred = changed('manifest/wildcard-read-root', full, ['"data/in"', '"data/*"']);
  const star = textsAt(starred.id, proves, { sample: starred, piece: '"data/*"' });
  const path = 'artifact.invalid-path';
  return [
    host.reads('anything', 'BAD HOST *'),
    host.reads('star-alone', '*'),
    host.reads('url', 'https://*:443/'),
    device.reads('anything', 'Any Camera *'),
    node.reads('anything', 'é*'),
    secretKey.reads('anything', ' * '),
    root.reads('star-alone', '*'),
    root.reads('star-segment', 'a/*/b'),
    star.refuses('parent', '../*', path, ['PATH-NORMAL']),
    star.refuses('absolute', '/*', path, ['PATH-NORMAL']),
    writeRoot.refuses('slash-last', '*/', path, ['PATH-NORMAL']),
  ];
}
