import type { Json } from '#spec/json/value.ts';
import { encodePrettyJson } from '#spec/json/write.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { sha256Hex } from './payload.ts';

/** Who the generated documents name as the maker of an artifact. */
export interface BuilderIdentity {
  readonly name: string;
  readonly version: string;
}

type Entries = ReadonlyMap<string, Uint8Array>;

/**
 * BUILD-SIDECARS: a CycloneDX 1.6 document that names every module and asset by its digest. It holds no time and no
 * random serial number, because its bytes are signed and two builds of one input must agree.
 */
export function generateSbom(manifest: Manifest, entries: Entries, builder: BuilderIdentity): Uint8Array {
  const skill = `skill:${manifest.skillId}@${manifest.version}`;
  return document({
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1n,
    metadata: {
      tools: { components: [{ type: 'application', name: builder.name, version: builder.version }] },
      component: {
        'bom-ref': skill,
        type: 'application',
        group: manifest.publisher,
        name: manifest.skillId,
        version: manifest.version,
        description: manifest.name,
      },
    },
    components: [...entries].map(([name, bytes]) => ({
      'bom-ref': `entry:${name}`,
      type: name.endsWith('.wasm') ? 'library' : 'file',
      name,
      version: manifest.version,
      hashes: [{ alg: 'SHA-256', content: sha256Hex(bytes) }],
    })),
    dependencies: [{ ref: skill, dependsOn: [...entries.keys()].map((name) => `entry:${name}`) }],
  });
}

/** BUILD-SIDECARS: an in-toto statement with a SLSA predicate, plus the top-level builder that verifiers look for. */
export function generateProvenance(manifest: Manifest, entries: Entries, builder: BuilderIdentity): Uint8Array {
  const id = `pkg:generic/${builder.name}@${builder.version}`;
  return document({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [...entries].map(([name, bytes]) => ({ name, digest: { sha256: sha256Hex(bytes) } })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: `${id}#skills-package-build`,
        externalParameters: {
          skill_id: manifest.skillId,
          version: manifest.version,
          publisher: manifest.publisher,
        },
        internalParameters: {},
        resolvedDependencies: [],
      },
      runDetails: { builder: { id, version: { [builder.name]: builder.version } } },
    },
    builder: { id },
  });
}

type Plain = Json | { readonly [key: string]: Plain } | readonly Plain[];

function document(value: Plain): Uint8Array {
  return Buffer.from(`${encodePrettyJson(toJson(value))}\n`);
}

function toJson(value: Plain): Json {
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null || value instanceof Map) return value as Json;
  return new Map(Object.entries(value).map(([key, inner]): [string, Json] => [key, toJson(inner)]));
}
