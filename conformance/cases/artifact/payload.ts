import { framings } from '#fixtures/artifact/payload.ts';
import { manifestText } from '#fixtures/manifest.ts';
import type { Case } from '../../case.ts';
import { refusals } from '../../rows.ts';
import {
  appended,
  editFile,
  editRecord,
  editSigning,
  mainModule,
  minimal,
  opened,
  unsigned,
  withFiles,
} from './given.ts';
import { minimumLine } from './versions.ts';

const proves = ['ART-PAYLOAD-HASH'] as const;
const mixed = 'artifact/payload-of-many-names';
const stale = refusals(proves, minimal, 'artifact.payload-hash-mismatch');
const unlike = refusals(proves, mixed, 'artifact.payload-hash-mismatch');
const falseFramings = framings.filter((framing) => framing !== 'right');

/** Names that three orders sort in three ways: by bytes, by UTF-16 units, and by letters whatever their case. */
const names = ['\u{10fffd}', '\u{10000}', '\uff5e', '\ue000', '\ud7fb', '\u{1f600}', 'Z', 'a-b', 'a', '\u00e9'];
const files = withFiles(...names.map((name) => `docs/${name}`));

export const payload: readonly Case[] = [
  opened(mixed, proves, files),
  opened('artifact/payload-with-empty-file', proves, (base) => ({
    ...base,
    others: [{ path: 'docs/empty', bytes: '' }],
  })),
  ...falseFramings.map((framing) =>
    unlike(`artifact/payload-hashed-with-${slug(framing)}`, editSigning('framing', framing)),
  ),
  stale('artifact/record-hash-in-upper-case', editRecord('payload_sha256', { respell: 'upper case' })),
  unlike('artifact/payload-hash-with-blank', editRecord('payload_sha256', { respell: 'space at the end' })),
  unlike('artifact/payload-hash-empty', editRecord('payload_sha256', '""')),
  unlike('artifact/payload-hash-of-another', editRecord('payload_sha256', `"${'0'.repeat(64)}"`)),
  unlike('artifact/module-changed-after-signing', editFile(mainModule, { content: 'another module' })),
  stale('artifact/minimum-raised-after-signing', (world) => {
    const host = minimumLine(world.parameters.runtime.version);
    return editFile('skill.toml', { content: manifestText(world).replace(host, minimumLine('4294967295.0.0')) });
  }),
  unlike('artifact/file-changed-after-signing', editFile('docs/a', { content: 'another text' })),
  unlike('artifact/file-renamed-after-signing', editFile('docs/a', { name: 'docs/b' })),
  unlike('artifact/file-added-after-signing', appended({ name: 'docs/more', content: '' })),
  unlike('artifact/file-removed-after-signing', unsigned('docs/a')),
];

function slug(words: string): string {
  return words.toLowerCase().replaceAll(' ', '-');
}
