import { assemble } from '#fixtures/artifact/encode.ts';
import { type ArtifactModel, baseArtifact } from '#fixtures/artifact/model.ts';
import type { World } from '#fixtures/world.ts';
import type { Content } from '#fixtures/zip/content.ts';
import type { ZipEntry } from '#fixtures/zip/model.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { AcceptedCase, Edit, ObservedCase, Recipe, RecipeValue } from '../../case.ts';
import { accepted, insert, observed, put, replace } from '../../rows.ts';

/** The artifact that most refused ones are one edit away from. */
export const minimal = 'artifact/minimal';

/** The name of its one module. */
export const mainModule = 'modules/main.wasm';

export type Change = (base: ArtifactModel, world: World) => ArtifactModel;

/** An artifact that is opened; what was hashed in it must come out. */
export function opened(
  id: string,
  proves: readonly RequirementId[],
  change: Change = same,
  more: (world: World) => { readonly [key: string]: WireValue } = () => ({}),
): AcceptedCase {
  const value = (world: World) => {
    const { payloadSha256 } = assemble(change(baseArtifact(world), world), world.parameters.names);
    return { payloadSha256, ...more(world) };
  };
  return accepted(id, proves, inspecting(change), { value });
}

export function seen(id: string, proves: readonly RequirementId[], shipping: string, change: Change): ObservedCase {
  return observed(id, proves, shipping, inspecting(change));
}

/** Files anywhere in the archive, signed and listed. */
export function withFiles(...paths: readonly string[]): Change {
  return (base) => ({ ...base, others: paths.map((path) => ({ path, bytes: `content of ${path}` })) });
}

export function withArchive(knobs: Partial<ArtifactModel['archive']>): Change {
  return (base) => ({ ...base, archive: { ...base.archive, ...knobs } });
}

export function withKnobs(entry: string, knobs: Partial<ZipEntry>): Change {
  return withArchive({ entries: { [entry]: knobs } });
}

export function withRecord(knobs: Partial<ArtifactModel['signing']['record']>): Change {
  return (base) => ({ ...base, signing: { ...base.signing, record: { ...base.signing.record, ...knobs } } });
}

export function withSigning(knobs: Partial<ArtifactModel['signing']>): Change {
  return (base) => ({ ...base, signing: { ...base.signing, ...knobs } });
}

export function both(first: Change, second: Change): Change {
  return (base, world) => second(first(base, world), world);
}

export function editFile(entry: string, knobs: RecipeValue): Edit {
  return put(['artifact', 'archive', 'entries', entry], knobs);
}

export function editArchive(knob: keyof ArtifactModel['archive'], value: RecipeValue): Edit {
  return put(['artifact', 'archive', knob], value);
}

export function editSigning(knob: keyof ArtifactModel['signing'], value: RecipeValue): Edit {
  return put(['artifact', 'signing', knob], value);
}

/** JSON text in place of the value of a field of `signature.json`, or another spelling of that value. */
export function editRecord(field: keyof ArtifactModel['signing']['record']['values'], value: RecipeValue): Edit {
  return put(['artifact', 'signing', 'record', 'values', field], value);
}

export function editManifest(text: string, by: string): Edit {
  return replace(['artifact', 'manifest'], text, by);
}

/** An entry that nobody signed, behind all others. */
export function appended(entry: ZipEntry): Edit {
  return insert(['artifact', 'archive', 'after', 0], entry);
}

export function prepended(entry: ZipEntry): Edit {
  return insert(['artifact', 'archive', 'before', 0], entry);
}

export function unsigned(entry: string): Edit {
  return insert(['artifact', 'archive', 'omit', 0], entry);
}

export function directory(name: string, content: Content = ''): ZipEntry {
  return { name, content, central: { externalAttributes: 0x41ed0010 } };
}

function inspecting(change: Change): (world: World) => Recipe {
  return (world) => ({ operation: 'artifact.inspect', model: { artifact: change(baseArtifact(world), world) } });
}

function same(base: ArtifactModel): ArtifactModel {
  return base;
}
