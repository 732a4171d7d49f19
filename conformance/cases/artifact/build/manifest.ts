import { fullManifestText } from '#fixtures/manifest.ts';
import { writtenFullManifest } from '#fixtures/written-manifest.ts';
import type { Case } from '../../../case.ts';
import { type Built, builds } from './given.ts';

const proves = ['BUILD-MANIFEST'] as const;

/** Ways to write the same manifest: the same text comes out of a builder. */
const rewrites: readonly (readonly [string, (text: string) => string])[] = [
  ['comments', (text) => text.replaceAll('\n', '   # why\n\n')],
  ['windows-line-ends', (text) => text.replaceAll('\n', '\r\n')],
  ['a-byte-order-mark', (text) => `\ufeff${text}`],
  ['no-final-line-end', (text) => text.trimEnd()],
  ['keys-in-another-order', (text) => text.replace(/^(manifest_version = 2)\n(skill_id = .*)\n/, '$2\n$1\n')],
  ['the-version-left-out', (text) => text.replace('manifest_version = 2\n', '')],
  ['older-names', (text) => text.replace('required_protocol', 'min_protocol').replace('min_palyra_v', 'min_runtime_v')],
  ['other-quotes', (text) => text.replace('"Echo skill"', "'Echo skill'").replace('"Echo tool"', '"""\nEcho tool"""')],
  ['escapes', (text) => text.replace('"Echo skill"', '"\\u0045cho\\x20skill"')],
  ['dotted-keys', (text) => text.replace('_schema = { type = "array" }', '_schema.type = "array"')],
  [
    'defaults-written-out',
    (text) => `${text}\n[capabilities.quotas]\nfuel_budget = 10_000_000\n[operator]\ntags = []\n`,
  ],
];

/** White space that a name may have around it, of which each kind is spelt in its own way. */
const publisherInWhiteSpace: Built = {
  given: (base, { publisher }) => ({
    ...base,
    manifest: `${base.manifest}`.replace(`"${publisher}"`, `"\\t${publisher}\\u000b\\u0085"`),
  }),
  written: (written, { publisher }) => ({
    ...written,
    manifest: `${written.manifest}`.replace(`"${publisher}"`, `"\\t${publisher}\\u000B\u0085"`),
    signing: { ...written.signing, publisher: `\t${publisher}\u000b\u0085` },
  }),
};

export const buildManifest: readonly Case[] = [
  ...rewrites.map(([what, rewrite]) =>
    builds(`artifact/build-manifest-with-${what}`, proves, {
      given: (base) => ({ ...base, manifest: rewrite(`${base.manifest}`) }),
    }),
  ),
  builds('artifact/build-manifest-with-blanks-in-values', proves, inBoth('version = "3.1.4"', 'version = " 3.1.4 "')),
  builds('artifact/build-manifest-of-version-1', proves, inBoth('manifest_version = 2', 'manifest_version = 1')),
  builds('artifact/build-manifest-with-every-key', proves, {
    given: (base, world) => ({ ...base, manifest: fullManifestText(world) }),
    written: (written, world) => {
      const { start, end } = writtenFullManifest(world);
      return { ...written, manifest: start, manifestEnd: end };
    },
  }),
  builds('artifact/build-publisher-in-white-space', [...proves, 'SIG-PUBLISHER'], publisherInWhiteSpace),
  builds('artifact/build-integrity-given', ['BUILD-INTEGRITY'], withIntegrity('prompt.txt')),
  builds('artifact/build-integrity-given-with-hostile-path', ['BUILD-INTEGRITY'], withIntegrity('../prompt.txt')),
];

/** The same line in what is given and in what is written. */
function inBoth(line: string, by: string): Built {
  return {
    given: (base) => ({ ...base, manifest: `${base.manifest}`.replace(line, by) }),
    written: (written) => ({ ...written, manifest: `${written.manifest}`.replace(line, by) }),
  };
}

function withIntegrity(path: string): Built {
  const record = `\n[[integrity.files]]\npath = "${path}"\nsha256 = "out of date"\n`;
  return { given: (base) => ({ ...base, manifest: `${base.manifest}${record}` }) };
}
