import type { Case } from '../../../case.ts';
import { ordered, put, refusals, rejected } from '../../../rows.ts';
import { appended, directory, editFile, mainModule, minimal, opened, withKnobs } from '../given.ts';

const described = 'artifact/descriptor-true';
const unsigned = 'artifact/descriptor-true-without-signature';
const deflated = 'artifact/stream-as-long-as-said';
const disagrees = refusals(['ART-HEADERS-AGREE'], minimal, 'artifact.headers-disagree');
const misdescribes = refusals(['ART-HEADERS-AGREE'], described, 'artifact.headers-disagree');
const misdescribesUnsigned = refusals(['ART-HEADERS-AGREE'], unsigned, 'artifact.headers-disagree');
const lies = refusals(['ART-TRUE-SIZES'], minimal, 'artifact.false-size');
const liesDeflated = refusals(['ART-TRUE-SIZES'], deflated, 'artifact.false-size');
const unusual = refusals(['ART-PLAIN-FLAGS'], minimal, 'artifact.unusual-flags');
const special = refusals(['ART-REGULAR-FILES'], minimal, 'artifact.special-file');

const knobs = ['artifact', 'archive', 'entries', mainModule] as const;
const mode = (unix: number, dos = 0) => ({ externalAttributes: unix * 0x10000 + dos });

export const entries: readonly Case[] = [
  opened(
    'artifact/headers-agree',
    ['ART-HEADERS-AGREE', 'ART-TRUE-SIZES', 'ART-PLAIN-FLAGS', 'ART-REGULAR-FILES'],
    (base) => base,
  ),
  disagrees('artifact/local-name-differs', editFile(mainModule, { local: { name: 'modules/evil.wasm' } })),
  disagrees('artifact/local-name-differs-in-case', editFile(mainModule, { local: { name: 'modules/Main.wasm' } })),
  disagrees('artifact/local-flags-differ', editFile(mainModule, { local: { flags: 0x0800 } })),
  disagrees('artifact/local-header-says-descriptor', editFile(mainModule, { local: { flags: 8 } })),
  disagrees('artifact/local-header-says-encrypted', editFile(mainModule, { local: { flags: 1 } })),
  disagrees('artifact/local-method-differs', editFile(mainModule, { local: { method: 8 } })),
  disagrees('artifact/local-checksum-differs', editFile(mainModule, { local: { crc32: 1 } })),
  disagrees('artifact/local-checksum-0', editFile(mainModule, { local: { crc32: 0 } })),
  disagrees('artifact/local-compressed-size-differs', editFile(mainModule, { local: { compressedSize: 8 } })),
  disagrees('artifact/local-size-differs', editFile(mainModule, { local: { size: 8 } })),

  opened(described, ['ART-HEADERS-AGREE'], withKnobs(mainModule, { descriptor: {} })),
  misdescribes('artifact/descriptor-checksum-differs', put([...knobs, 'descriptor'], { crc32: 1 })),
  misdescribes('artifact/descriptor-size-differs', put([...knobs, 'descriptor'], { size: 8 })),
  misdescribes('artifact/descriptor-compressed-size-differs', put([...knobs, 'descriptor'], { compressedSize: 8 })),
  misdescribes('artifact/descriptor-with-64-bit-sizes', put([...knobs, 'descriptor'], { wide: true })),
  misdescribes('artifact/local-checksum-beside-descriptor', put([...knobs, 'local'], { crc32: 1 })),
  misdescribes('artifact/local-compressed-size-beside-descriptor', put([...knobs, 'local'], { compressedSize: 8 })),
  misdescribes('artifact/local-size-beside-descriptor', put([...knobs, 'local'], { size: 8 })),
  rejected(
    'artifact/gap-behind-descriptor',
    ['ART-NO-HIDDEN-BYTES'],
    described,
    'artifact.hidden-bytes',
    editFile('provenance.json', { gap: 'gap' }),
  ),
  ordered(
    'artifact/gap-in-place-of-descriptor',
    ['ART-NO-HIDDEN-BYTES'],
    'artifact/gap-behind-descriptor',
    'artifact/descriptor-missing',
  ),
  misdescribes('artifact/descriptor-missing', put([...knobs, 'descriptor'], { missing: true })),

  opened(unsigned, ['ART-HEADERS-AGREE'], withKnobs(mainModule, { descriptor: { signature: false } })),
  ...(['crc32', 'size', 'compressedSize'] as const).map((field) =>
    misdescribesUnsigned(
      `artifact/unsigned-descriptor-${field.toLowerCase()}-differs`,
      put([...knobs, 'descriptor', field], 1),
    ),
  ),
  misdescribesUnsigned('artifact/unsigned-descriptor-with-64-bit-sizes', put([...knobs, 'descriptor', 'wide'], true)),

  lies('artifact/size-declared-too-small', editFile(mainModule, { both: { size: 5 } })),
  lies('artifact/size-declared-too-large', editFile(mainModule, { both: { size: 4096 } })),
  opened(deflated, ['ART-TRUE-SIZES', 'ART-WHOLE-STREAMS'], withKnobs(mainModule, { method: 'deflated' })),
  liesDeflated('artifact/deflated-size-declared-too-small', put([...knobs, 'both'], { size: 5 })),
  liesDeflated('artifact/deflated-size-declared-too-large', put([...knobs, 'both'], { size: 4096 })),
  liesDeflated('artifact/deflated-size-declared-0', put([...knobs, 'both'], { size: 0 })),
  liesDeflated('artifact/bytes-behind-deflate-stream', put([...knobs, 'trailing'], 'behind')),
  liesDeflated('artifact/second-deflate-stream', put([...knobs, 'trailing'], Uint8Array.from([0x03, 0x00]))),
  refusals(
    ['ART-WHOLE-STREAMS'],
    deflated,
    'artifact.unfinished-stream',
  )('artifact/stream-without-last-block', put([...knobs, 'method'], 'unfinished')),
  unusual('artifact/flag-of-a-patch', editFile(mainModule, { both: { flags: 0x0020 } })),
  unusual('artifact/flag-of-strong-encryption', editFile(mainModule, { both: { flags: 0x0040 } })),
  unusual('artifact/flag-of-masked-headers', editFile(mainModule, { both: { flags: 0x2000 } })),

  special('artifact/symbolic-link', editFile(mainModule, { central: mode(0xa1ff) })),
  special('artifact/named-pipe', editFile(mainModule, { central: mode(0x11a4) })),
  special('artifact/device', editFile(mainModule, { central: mode(0x21a4) })),
  special('artifact/directory-mode-on-file', editFile(mainModule, { central: mode(0x41ed) })),
  special('artifact/directory-attribute-on-file', editFile(mainModule, { central: mode(0x81a4, 0x10) })),
  special('artifact/file-mode-on-directory', appended({ name: 'docs/', content: '' })),
  special('artifact/directory-with-backslash', appended(directory('docs\\'))),
];
