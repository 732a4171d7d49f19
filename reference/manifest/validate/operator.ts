import { manifestVersions } from '#spec/constants.ts';
import { trim } from '../../text/white-space.ts';
import type { Manifest } from '../manifest.ts';
import { isEmptyOperator } from '../operator-metadata.ts';
import { checkLabel, checkNotBlank, firstOf, type Verdict } from './check.ts';
import { checkConfig } from './config.ts';
import { checkPlugin } from './plugin.ts';

export function checkOperator(manifest: Manifest): Verdict {
  const { operator } = manifest;
  if (isEmptyOperator(operator)) return undefined;
  // MAN-LEGACY-OPERATOR: before any rule about what the metadata says.
  if (manifest.manifestVersion === manifestVersions.legacy) return { code: 'manifest.operator-in-legacy' };
  return (
    checkNotBlank('operator.display_name', operator.displayName) ??
    checkNotBlank('operator.summary', operator.summary) ??
    checkNotBlank('operator.description', operator.description) ??
    firstOf(operator.categories, (label, index) => checkLabel(`operator.categories[${index}]`, label)) ??
    firstOf(operator.tags, (label, index) => checkLabel(`operator.tags[${index}]`, label)) ??
    checkDocsUrl(operator.docsUrl) ??
    checkPlugin(operator.plugin, manifest) ??
    (operator.config && checkConfig(operator.config))
  );
}

/** MAN-DOCS-URL: how the text begins and two characters it may not hold; it is not parsed as a URL. */
function checkDocsUrl(value: string | undefined): Verdict {
  if (value === undefined) return undefined;
  const url = trim(value);
  return url.startsWith('https://') && !/[ #]/.test(url) ? undefined : { code: 'manifest.bad-docs-url', value };
}
