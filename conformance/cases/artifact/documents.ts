import type { Case } from '../../case.ts';
import { put, refusals } from '../../rows.ts';
import { type Change, minimal, opened } from './given.ts';

const sbom = ['ART-SBOM'] as const;
const provenance = ['ART-PROVENANCE'] as const;
const badSbom = refusals(sbom, minimal, 'artifact.bad-sbom');
const badProvenance = refusals(provenance, minimal, 'artifact.bad-provenance');

export const documents: readonly Case[] = [
  opened('artifact/sbom-smallest', sbom, sbomIs('{"bomFormat":"CycloneDX","specVersion":"1.5"}')),
  opened('artifact/sbom-version-blank', sbom, sbomIs('{"bomFormat":"CycloneDX","specVersion":" "}')),
  opened('artifact/sbom-version-unheard-of', sbom, sbomIs('{"bomFormat":"CycloneDX","specVersion":"9.9"}')),
  opened(
    'artifact/sbom-with-more',
    sbom,
    sbomIs('{"components":[null],"specVersion":"1.5","bomFormat":"CycloneDX","":{}}'),
  ),
  opened(
    'artifact/sbom-format-twice-right-last',
    sbom,
    sbomIs('{"bomFormat":1,"specVersion":"1.5","bomFormat":"CycloneDX"}'),
  ),
  badSbom(
    'artifact/sbom-format-twice-wrong-last',
    putSbom('{"bomFormat":"CycloneDX","specVersion":"1.5","bomFormat":1}'),
  ),
  badSbom('artifact/sbom-is-a-list', putSbom('["CycloneDX","1.5"]')),
  badSbom('artifact/sbom-is-null', putSbom('null')),
  badSbom('artifact/sbom-is-text', putSbom('"CycloneDX"')),
  badSbom('artifact/sbom-format-missing', putSbom('{"specVersion":"1.5"}')),
  badSbom('artifact/sbom-format-in-lower-case', putSbom('{"bomFormat":"cyclonedx","specVersion":"1.5"}')),
  badSbom('artifact/sbom-format-with-blank', putSbom('{"bomFormat":"CycloneDX ","specVersion":"1.5"}')),
  badSbom('artifact/sbom-format-in-a-list', putSbom('{"bomFormat":["CycloneDX"],"specVersion":"1.5"}')),
  badSbom('artifact/sbom-version-missing', putSbom('{"bomFormat":"CycloneDX"}')),
  badSbom('artifact/sbom-version-empty', putSbom('{"bomFormat":"CycloneDX","specVersion":""}')),
  badSbom('artifact/sbom-version-a-number', putSbom('{"bomFormat":"CycloneDX","specVersion":1.6}')),

  opened('artifact/provenance-smallest', provenance, provenanceIs('{"builder":{},"subject":[0]}')),
  opened('artifact/provenance-of-null', provenance, provenanceIs('{"builder":{},"subject":[null]}')),
  opened('artifact/provenance-with-more', provenance, provenanceIs('{"subject":[[],{}],"x":1,"builder":{"id":1}}')),
  opened(
    'artifact/provenance-builder-twice-right-last',
    provenance,
    provenanceIs('{"builder":0,"subject":[0],"builder":{}}'),
  ),
  badProvenance(
    'artifact/provenance-builder-twice-wrong-last',
    putProvenance('{"builder":{},"subject":[0],"builder":0}'),
  ),
  badProvenance('artifact/provenance-is-a-list', putProvenance('[{"builder":{},"subject":[0]}]')),
  badProvenance('artifact/provenance-builder-missing', putProvenance('{"subject":[0]}')),
  badProvenance('artifact/provenance-builder-is-text', putProvenance('{"builder":"x","subject":[0]}')),
  badProvenance('artifact/provenance-builder-is-a-list', putProvenance('{"builder":[],"subject":[0]}')),
  badProvenance('artifact/provenance-builder-is-null', putProvenance('{"builder":null,"subject":[0]}')),
  badProvenance('artifact/provenance-subject-missing', putProvenance('{"builder":{}}')),
  badProvenance('artifact/provenance-subject-empty', putProvenance('{"builder":{},"subject":[]}')),
  badProvenance('artifact/provenance-subject-an-object', putProvenance('{"builder":{},"subject":{"0":0}}')),
];

function sbomIs(sbom: string): Change {
  return (base) => ({ ...base, sbom });
}

function provenanceIs(provenance: string): Change {
  return (base) => ({ ...base, provenance });
}

function putSbom(text: string) {
  return put(['artifact', 'sbom'], text);
}

function putProvenance(text: string) {
  return put(['artifact', 'provenance'], text);
}
