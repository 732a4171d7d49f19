import type { Case } from '../../../case.ts';
import { put, refusals } from '../../../rows.ts';
import { appended, editFile, mainModule, minimal, opened, withKnobs } from '../given.ts';

const described = 'artifact/descriptor-true';
const deflated = 'artifact/stream-as-long-as-said';
const disagrees = refusals(['ART-HEADERS-AGREE'], minimal, 'artifact.headers-disagree');
const misdescribes = refusals(['ART-HEADERS-AGREE'], described, 'artifact.headers-disagree');
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
  misdescribes('artifact/descriptor-missing', put([...knobs, 'descriptor'], { missing: true })),

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
];
