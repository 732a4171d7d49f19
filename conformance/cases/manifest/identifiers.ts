import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../case.ts';
import { type Place, textsAt } from './rows-at.ts';
import { acceptedSample, changed, full, minimal, type Piece } from './sample.ts';

const proves = ['MAN-IDENTIFIER'] as const;
const code = 'manifest.bad-identifier';

/** The places where any identifier will do. */
const device: Place = {
  sample: full,
  piece: '"camera"',
  shows: (text) => ({ capabilities: { device_capabilities: [text] } }),
};
const node: Place = {
  sample: full,
  piece: '"gpu"',
  shows: (text) => ({ capabilities: { node_capabilities: [text] } }),
};
const secretKey: Place = {
  sample: full,
  piece: '"api_key"',
  shows: (text) => ({ capabilities: { secrets: [{ key_names: [text, 'backup_key'] }] } }),
};

/** Texts that are no identifier wherever one is wanted. */
const refused: readonly (readonly [string, string, (readonly RequirementId[])?])[] = [
  ['empty', ''],
  ['space', ' '],
  ['upper-case', 'Camera'],
  ['upper-case-last', 'cameraZ'],
  ['inner-space', 'cam era'],
  ['inner-tab', 'cam\tera'],
  ['inner-newline', 'cam\nera'],
  ['slash', 'cam/era'],
  ['backslash', 'cam\\era'],
  ['plus', 'cam+era'],
  ['at', 'cam@era'],
  ['grave', 'cam`era'],
  ['brace', 'cam{era'],
  ['comma', 'cam,era'],
  ['semicolon', 'cam;era'],
  ['nul', 'cam\u0000era'],
  ['accented', 'caméra'],
  ['kelvin-sign', '\u212aamera', ['MAN-ASCII-CASE']],
  ['dotless-i', 'camera\u0131', ['MAN-ASCII-CASE']],
  ['full-width', '\uff43amera'],
  ['digit-not-ascii', 'camera\u0663'],
  ['byte-order-mark', 'camera\ufeff', ['MAN-TRIM']],
];

const devices = textsAt('manifest/device', proves, device);

export const identifierCases: readonly Case[] = [
  devices.reads('all-characters', 'abcdefghijklmnopqrstuvwxyz0123456789._-:'),
  ...['.', '..', '-', '_', ':', '0', 'z'].map((text) =>
    devices.reads(`only-${text.charCodeAt(0).toString(16)}-${text.length}`, text),
  ),
  devices.reads('spaces-around', ' \tcamera\n', ['MAN-TRIM', 'MAN-VERBATIM']),
  ...refused.map(([name, text, also]) => devices.refuses(name, text, code, also)),
  ...same('node', node),
  ...same('secret-key', secretKey),
  ...publishers(),
  ...wherever(),
];

/** The rule is the same at other places, so a few rows tell whether it is applied there. */
function same(name: string, place: Place): readonly Case[] {
  const rows = textsAt(`manifest/${name}`, proves, place);
  return [
    rows.reads('spaces-around', ' a:b ', ['MAN-TRIM', 'MAN-VERBATIM']),
    rows.refuses('empty', '', code),
    rows.refuses('upper-case', 'A', code),
    rows.refuses('slash', 'a/b', code),
    rows.refuses('kelvin-sign', '\u212a', code, ['MAN-ASCII-CASE']),
  ];
}

/** A publisher's tools begin with its name, so an accepted one changes two lines. */
function publishers(): readonly Case[] {
  const line = ({ publisher }: World) => `\npublisher = "${publisher}"`;
  const id = ({ publisher, tool }: World) => `\nid = "${publisher}.${tool}"`;
  const reads = (name: string, publisher: string) =>
    acceptedSample(
      changed(
        `manifest/publisher-${name}`,
        minimal,
        [line, `\npublisher = "${publisher}"`],
        [id, `\nid = "${publisher}.t"`],
      ),
      proves,
      () => ({ publisher, entrypoints: { tools: [{ id: `${publisher}.t` }] } }),
    );
  const rows = textsAt('manifest/publisher', proves, {
    sample: minimal,
    piece: line,
    write: (text) => `\npublisher = ${text}`,
  });
  return [
    reads('all-characters', 'abcdefghijklmnopqrstuvwxyz0123456789._-:'),
    reads('one-dot', '.'),
    rows.refuses('empty', '', code),
    rows.refuses('spaces', '   ', code),
    rows.refuses('upper-case', ({ publisher }) => publisher.toUpperCase(), code),
    rows.refuses(
      'first-letter-upper',
      ({ publisher }) => `${publisher.slice(0, 1).toUpperCase()}${publisher.slice(1)}`,
      code,
    ),
    rows.refuses('inner-space', ({ publisher }) => `${publisher.slice(0, 2)} ${publisher.slice(2)}`, code),
  ];
}

/** Places with a rule of their own besides, where a text that is no identifier is refused for that first. */
function wherever(): readonly Case[] {
  const places: readonly (readonly [string, string, Piece])[] = [
    ['skill-id', 'skill_id = ', ({ skillId }) => `skill_id = "${skillId}"`],
    ['tool-id', '\nid = ', ({ publisher }) => `\nid = "${publisher}.second"`],
    ['default-tool', 'default_tool_id = ', ({ publisher, tool }) => `default_tool_id = "${publisher}.${tool}"`],
  ];
  return places.flatMap(([name, key, piece]) => {
    const rows = textsAt(`manifest/${name}`, proves, { sample: full, piece, write: (text) => `${key}${text}` });
    return [
      rows.refuses('empty', '', code),
      rows.refuses('upper-case', ({ publisher }) => `${publisher.toUpperCase()}.${name}`, code),
      rows.refuses('inner-space', ({ publisher }) => `${publisher}.a b`, code),
      rows.refuses('slash', ({ publisher }) => `${publisher}.a/b`, code),
    ];
  });
}
