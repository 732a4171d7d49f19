import { type Assembled, assemble } from '#fixtures/artifact/encode.ts';
import { sha256 } from '#fixtures/artifact/integrity.ts';
import { type ArtifactModel, baseArtifact, type NamedContent } from '#fixtures/artifact/model.ts';
import { manifestText } from '#fixtures/manifest.ts';
import type { World } from '#fixtures/world.ts';
import { writtenManifest } from '#fixtures/written-manifest.ts';
import { signatureEntry } from '#spec/constants.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { AcceptedCase, ArchiveExpectation, Edit, Recipe } from '../../../case.ts';
import type { BuildModel } from '../../../recipe/models.ts';
import { accepted, put, replace } from '../../../rows.ts';

/** The build that most refused ones are one edit away from. */
export const minimalBuild = 'artifact/build-minimal';

/** The one asset of that build. */
export const prompt: NamedContent = { path: 'prompt.txt', bytes: 'Say it again.' };

export type BuildChange = (base: BuildModel, world: World) => BuildModel;
type WrittenChange = (written: ArtifactModel, world: World) => ArtifactModel;

export interface Built {
  readonly given?: BuildChange;
  /** What the artifact holds that is not simply what was given. */
  readonly written?: WrittenChange;
  readonly archive?: (assembled: Assembled) => ArchiveExpectation;
}

/** A build whose payload hash, signature and entries are worked out from what it was given. */
export function builds(id: string, proves: readonly RequirementId[], how: Built = {}): AcceptedCase {
  const { given = same, written = same, archive = contentsOf } = how;
  const assembled = (world: World) => {
    return assemble(written(writtenFrom(given(baseBuild(world), world), world), world), world.parameters.names);
  };
  return accepted(id, proves, building(given), {
    value: (world) => {
      const { payloadSha256, record } = assembled(world);
      const { signed_at_unix_ms: _, ...signature } = record;
      return { payloadSha256, signature };
    },
    archive: (world) => archive(assembled(world)),
  });
}

export function building(given: BuildChange): (world: World) => Recipe {
  return (world) => ({ operation: 'artifact.build', model: given(baseBuild(world), world) });
}

/** The header of the input schema in a written manifest, without its closing bracket. */
export const schemaHeader = '[entrypoints.tools.input_schema';

/** Another input schema, as it is given and as the tables that are written for it. */
export function withSchema(schema: string, tables: string): Built {
  return {
    given: (base) => ({ ...base, manifest: `${base.manifest}`.replace('{ type = "object" }', () => schema) }),
    written: (written) => ({
      ...written,
      manifest: `${written.manifest}`.replace(`${schemaHeader}]\ntype = "object"\n`, () => tables),
    }),
  };
}

export function editManifest(text: string, by: string): Edit {
  return replace(['manifest'], text, by);
}

export function moduleNamed(path: string): Edit {
  return put(['modules', 0, 'path'], path);
}

export function assetNamed(path: string): Edit {
  return put(['assets', 0, 'path'], path);
}

function baseBuild(world: World): BuildModel {
  const { sbom, provenance, modules } = baseArtifact(world);
  return {
    manifest: manifestText(world),
    modules,
    assets: [prompt],
    sbom,
    provenance,
    seed: world.signingSeed,
    nowUnixMs: world.nowUnixMs,
  };
}

function writtenFrom({ modules, assets, sbom, provenance, seed, nowUnixMs }: BuildModel, world: World): ArtifactModel {
  const base = baseArtifact(world);
  const { start, end } = writtenManifest(world);
  return {
    ...base,
    manifest: start,
    manifestEnd: end,
    modules,
    assets,
    sbom: sbom ?? '',
    provenance: provenance ?? '',
    signing: { ...base.signing, seed, signedAtUnixMs: nowUnixMs },
  };
}

/** The bytes of the signature record depend on the time, which a subject may not be able to set. */
function contentsOf({ entries }: Assembled): ArchiveExpectation {
  const hashes = entries.map(({ path, bytes }) => [path, path === signatureEntry ? null : sha256(bytes)]);
  return { entries: Object.fromEntries(hashes) };
}

function same<T>(base: T): T {
  return base;
}
