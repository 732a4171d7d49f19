import type { Case, Edit } from '../../case.ts';
import { put, refusals, replace } from '../../rows.ts';
import { editRecord, minimal, opened, withRecord } from './given.ts';

const proves = ['ART-JSON'] as const;
const member = 'artifact/sbom-with-free-member';
const badSbom = refusals(proves, member, 'artifact.bad-sbom');
const badProvenance = refusals(proves, minimal, 'artifact.bad-provenance');
const badRecord = refusals(proves, minimal, 'artifact.bad-signature-record');

export const json: readonly Case[] = [
  opened(member, proves, (base) => ({ ...base, sbom: sbomWith('0') })),
  free('sbom-number-that-rounds-to-0', '1e-400'),
  free('sbom-integer-beyond-64-bits', '123456789012345678901234567890'),
  free('sbom-minus-0', '-0'),
  free('sbom-number-with-exponent', '1.5E+3'),
  free('sbom-number-with-exponent-without-sign', '1e5'),
  free('sbom-all-escapes', '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\ud83d\\ude00"'),
  free('sbom-delete-in-string', '"\u007f\u0085\u2028"'),
  free('sbom-white-space', ' \t\r\n[ ] '),
  free('sbom-nested-127-deep', nested(126)),
  free('sbom-words', '[true,false,null]'),
  free('sbom-key-twice', '{"a":1,"a":2}'),
  opened('artifact/sbom-keys-with-escapes', proves, (base) => ({
    ...base,
    sbom: '{"\\u0062omFormat":"Cyclone\\u0044X","spec\\u0056ersion":"1.5"}',
  })),
  opened('artifact/sbom-ends-in-line-break', proves, (base) => ({ ...base, sbom: `\n${sbomWith('0')}\r\n\t ` })),

  badSbom('artifact/sbom-nested-128-deep', freely(nested(127))),
  badSbom('artifact/sbom-number-beyond-64-bit-float', freely('1e400')),
  badSbom('artifact/sbom-number-with-leading-0', freely('01')),
  badSbom('artifact/sbom-number-without-fraction', freely('1.')),
  badSbom('artifact/sbom-number-without-integer', freely('.5')),
  badSbom('artifact/sbom-number-with-plus', freely('+1')),
  badSbom('artifact/sbom-number-in-hex', freely('0x10')),
  badSbom('artifact/sbom-not-a-number', freely('NaN')),
  badSbom('artifact/sbom-infinity', freely('-Infinity')),
  badSbom('artifact/sbom-word-in-upper-case', freely('True')),
  badSbom('artifact/sbom-half-a-surrogate-pair', freely('"\\ud800"')),
  badSbom('artifact/sbom-other-half-alone', freely('"\\udc00"')),
  badSbom('artifact/sbom-two-first-halves', freely('"\\ud800\\ud800"')),
  badSbom('artifact/sbom-unknown-escape', freely('"\\x41"')),
  badSbom('artifact/sbom-short-escape', freely('"\\u12"')),
  badSbom('artifact/sbom-tab-in-string', freely('"\t"')),
  badSbom('artifact/sbom-nul-in-string', freely('"\u0000"')),
  badSbom('artifact/sbom-single-quotes', freely("'a'")),
  badSbom('artifact/sbom-trailing-comma-in-list', freely('[1,]')),
  badSbom('artifact/sbom-trailing-comma-in-object', freely('{"a":1,}')),
  badSbom('artifact/sbom-comment', freely('0/**/')),
  badSbom('artifact/sbom-vertical-tab', freely('\u000b0')),
  badSbom('artifact/sbom-no-break-space', freely('\u00a00')),
  badSbom('artifact/sbom-empty', put(['artifact', 'sbom'], '')),
  badSbom('artifact/sbom-with-byte-order-mark', put(['artifact', 'sbom'], `\ufeff${sbomWith('0')}`)),
  badSbom('artifact/sbom-cut', put(['artifact', 'sbom'], sbomWith('0').slice(0, -1))),
  badSbom('artifact/sbom-with-something-behind', put(['artifact', 'sbom'], `${sbomWith('0')} 0`)),
  badSbom('artifact/sbom-with-nul-behind', put(['artifact', 'sbom'], `${sbomWith('0')}\u0000`)),
  badSbom('artifact/sbom-not-utf8', put(['artifact', 'sbom'], Buffer.from(sbomWith('"\u00ff"'), 'latin1'))),
  badSbom('artifact/sbom-in-utf16', put(['artifact', 'sbom'], Buffer.from(sbomWith('0'), 'utf16le'))),

  badProvenance(
    'artifact/provenance-with-byte-order-mark',
    put(['artifact', 'provenance'], '\ufeff{"builder":{},"subject":[0]}'),
  ),
  badProvenance('artifact/provenance-number-beyond-64-bit-float', provenanceOf('1e400')),
  badProvenance('artifact/provenance-half-a-surrogate-pair', provenanceOf('"\\ud800"')),
  badProvenance('artifact/provenance-nested-128-deep', provenanceOf(nested(126))),
  opened('artifact/provenance-nested-127-deep', proves, (base) => ({
    ...base,
    provenance: `{"builder":{},"subject":[${nested(125)}]}`,
  })),

  opened('artifact/record-in-one-line', proves, withRecord({ layout: 'one line' })),
  opened('artifact/record-keys-with-escapes', proves, withRecord({ layout: 'escaped keys' })),
  badRecord('artifact/record-with-half-a-surrogate-pair', editRecord('publisher', '"\\ud800"')),
  badRecord('artifact/record-with-trailing-comma', editRecord('signed_at_unix_ms', '1,')),
  badRecord('artifact/record-with-line-break-in-string', editRecord('algorithm', '"ed25519-sha256\n"')),
];

function free(what: string, value: string): Case {
  return opened(`artifact/${what}`, proves, (base) => ({ ...base, sbom: sbomWith(value) }));
}

function sbomWith(value: string): string {
  return `{"bomFormat":"CycloneDX","specVersion":"1.6","x":${value}}`;
}

function freely(value: string): Edit {
  return replace(['artifact', 'sbom'], '"x":0', `"x":${value}`);
}

function provenanceOf(value: string): Edit {
  return put(['artifact', 'provenance'], `{"builder":{},"subject":[${value}]}`);
}

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}
